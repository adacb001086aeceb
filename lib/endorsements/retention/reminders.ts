import { takeMail } from "@/lib/abuse/mail-budget";
import { hashCode, newCode } from "@/lib/endorsements/abuse/confirmation-code";
import { prisma, type Transaction } from "@/lib/db";
import { reminderMail } from "@/lib/endorsements/mails/emails";
import {
  daysBefore,
  expiresWhenAskedBefore,
  reminderAfterHours,
} from "@/lib/endorsements/retention/retention-periods";
import { mailResident } from "@/lib/endorsements/mails/mailer";
import type { Prisma } from "@/prisma/generated/client";

const batch = 500;

/** Each ask once. Returns the number of mails. */
export async function remindUnconfirmed(now: Date): Promise<number> {
  const isDue = {
    state: "unconfirmed",
    askedAt: { lte: daysBefore(now, reminderAfterHours / 24), gt: expiresWhenAskedBefore(now) },
    remindedAt: null,
    email: { not: null },
    hasStoppedMails: false,
  } as const;
  let reminded = 0;
  for (;;) {
    const due = await prisma.endorsement.findMany({
      where: isDue,
      select: addressee,
      orderBy: { askedAt: "desc" },
      take: batch,
    });
    if (due.length === 0) return reminded;
    for (const ask of due) reminded += await prisma.$transaction((tx) => remind(tx, ask, now));
  }
}

const addressee = {
  id: true,
  kind: true,
  placeId: true,
  addressHash: true,
  locale: true,
  email: true,
  place: { select: { name: true, city: { select: { name: true } } } },
} satisfies Prisma.EndorsementSelect;

type Unconfirmed = Prisma.EndorsementGetPayload<{ select: typeof addressee }>;

/** One mail for all asks of an address for a city; none once one is confirmed or disowned. */
async function remind(
  tx: Transaction,
  { id, kind, placeId, addressHash, place, ...ask }: Unconfirmed,
  now: Date,
): Promise<number> {
  const { count } = await tx.endorsement.updateMany({
    where: { id, state: "unconfirmed", remindedAt: null },
    data: { remindedAt: now },
  });
  if (count === 0) return 0;
  const isSettled =
    (await tx.endorsement.count({
      where: {
        addressHash,
        placeId,
        kind,
        id: { not: id },
        OR: [{ activeAddressHash: { not: null } }, { remindedAt: { not: null } }],
      },
    })) > 0 || (await tx.suppression.count({ where: { addressHash, reason: "not_me" } })) > 0;
  if (isSettled || !ask.email || !(await takeMail(tx, ask.email, now))) return 0;
  const code = newCode();
  await tx.endorsement.update({
    where: { id },
    data: { codeHash: hashCode(id, code), codeAttempts: 0 },
  });
  await mailResident(
    tx,
    { id, cityName: place.city?.name ?? place.name, ...ask },
    "endorsement_reminder",
    (mail) => reminderMail({ ...mail, kind, code }),
  );
  return 1;
}
