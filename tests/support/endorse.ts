import { randomUUID } from "node:crypto";
import { ensureCity } from "@/lib/cities/commands";
import {
  submitEndorsement,
  type EndorsementInput,
  type SubmissionContext,
} from "@/lib/endorsements/commands";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { newLinks, storeLink } from "@/lib/endorsements/mails/links";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { hashToken } from "@/lib/tokens";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";

export const residentOfGhent: EndorsementInput = {
  cityId: placeIds.ghent,
  email: "resident@ghent.example",
  name: "A Resident of Ghent",
  isNamePublic: false,
  wantsNews: false,
  locale: defaultLocale,
  declarationVersion: "2018",
};

/**
 * Sends an endorsement from a form of its own, as nothing looks wrong. Gives what the page that
 * takes the code has in its address.
 */
export async function endorse(
  changes: Partial<EndorsementInput> = {},
  context: Partial<SubmissionContext> = {},
  now = new Date(),
): Promise<string> {
  const outcome = await submitEndorsement(
    { ...residentOfGhent, ...changes },
    { formKey: randomUUID(), network: null, suspicions: [], ...context },
    now,
  );
  return successOf(outcome).statusKey;
}

/** The newest mail to an address: its token, and its code where it has one. */
export async function readMail(
  recipient: string,
): Promise<{ kind: string; token: string; code: string }> {
  const mail = await prisma.mail.findFirstOrThrow({
    where: { recipient },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const [, token = ""] = /\/endorsements\/([\w-]+)/.exec(mail.text ?? "") ?? [];
  const [, first = "", last = ""] = /^ +(\d{3}) (\d{3})$/m.exec(mail.text ?? "") ?? [];
  return { kind: mail.kind, token, code: first + last };
}

/** Asks and confirms. Gives the token of the mail. */
export async function endorseAndConfirm(
  changes: Partial<EndorsementInput> = {},
  context: Partial<SubmissionContext> = {},
  now = new Date(),
): Promise<string> {
  await endorse(changes, context, now);
  const { token } = await readMail(changes.email ?? residentOfGhent.email);
  await confirmByLink(token, now);
  return token;
}

/**
 * A link to an endorsement as a mail has it, for where mails are delivered and emptied at once.
 * Gives its token.
 */
export async function linkTo(statusKey: string): Promise<string> {
  const { id } = await prisma.endorsement.findUniqueOrThrow({
    where: { statusKeyHash: hashToken(statusKey) },
    select: { id: true },
  });
  const links = newLinks(defaultLocale);
  await storeLink(prisma, id, links);
  return links.token;
}

export const confirmByStatusKey = async (statusKey: string) =>
  confirmByLink(await linkTo(statusKey));

/** Endorsements of Ghent that count, without the way of each by mail. */
export async function storeConfirmedEndorsements(number: number, mailDomain = ""): Promise<void> {
  const endorsements = Array.from({ length: number }, (_, index) => ({
    ...({
      kind: "asks",
      state: "confirmed",
      placeId: placeIds.ghent,
      email: `resident${index}@${mailDomain || `street-${index}.example`}`,
      confirmedAt: new Date(),
    } as const),
    ...{
      addressHash: `hash ${index}`,
      activeAddressHash: `hash ${index}`,
      statusKeyHash: `key ${index}`,
      codeHash: "",
      locale: "en",
      declarationVersion: "1.0",
    },
  }));
  await prisma.$transaction((tx) => ensureCity(tx, placeIds.ghent));
  await prisma.endorsement.createMany({ data: endorsements });
  await prisma.endorsementTally.create({
    data: { cityId: placeIds.ghent, kind: "asks", day: new Date("2026-11-20"), added: number },
  });
}
