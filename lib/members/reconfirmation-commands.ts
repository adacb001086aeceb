import {
  changedFields,
  deleteContact,
  insertContact,
  lockContacts,
  updateContact,
  type ContactRefusal,
} from "@/lib/cities/contacts/commands";
import { listContacts, type Contact } from "@/lib/cities/contacts/queries";
import type { ContactAnswers } from "@/lib/cities/contacts/schema";
import { transact, type Transaction } from "@/lib/db";
import { storeStep } from "@/lib/endorsements/city-progress/step-commands";
import { recordEvent } from "@/lib/events";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { contactEditedMail } from "@/lib/members/mails/emails";
import { requestReconfirmation } from "@/lib/members/reconfirmation-job";
import type { Result } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import { refreshSiteVersion } from "@/lib/site-version";
import { hashToken } from "@/lib/tokens";

export type ContactEdit =
  | { kind: "add"; answers: ContactAnswers }
  | { kind: "change"; id: string; version: number; answers: ContactAnswers }
  | { kind: "remove"; id: string; version: number };

/** `noContact`: nobody would be left whom the coalition can ask. */
export type AnswerRefusal = "unknown" | "noContact" | ContactRefusal;

/** Of a contact: the city still is a member, with these changes to its contacts. Idempotent. */
export async function reconfirm(
  token: string,
  edits: readonly ContactEdit[] = [],
  now = new Date(),
): Promise<Result<AnswerRefusal>> {
  const result = await transact((tx) => answer(tx, token, edits, now));
  if (result.ok) await refreshSiteVersion();
  return result;
}

async function answer(
  tx: Transaction,
  token: string,
  edits: readonly ContactEdit[],
  now: Date,
): Promise<Result<AnswerRefusal>> {
  const link = await tx.reconfirmationLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      expiresAt: { gt: now },
      reconfirmation: { closedAt: null, city: { signatory: { isNot: null } } },
    },
    select: {
      contactId: true,
      reconfirmation: { select: { id: true, cityId: true, lapsedAt: true } },
    },
  });
  if (!link) return { ok: false, reason: "unknown" };
  const { id, cityId, lapsedAt } = link.reconfirmation;
  // The same order as where staff record a step: first the city, then its entry on the list.
  await tx.$queryRaw`SELECT id FROM city WHERE id = ${cityId} FOR UPDATE`;
  const edited = await editContacts(tx, { cityId, editorId: link.contactId }, edits);
  if (!edited.ok) return edited;
  const { count } = await tx.reconfirmation.updateMany({
    where: { id, answeredAt: null, closedAt: null },
    data: { answeredAt: now, openForCityId: null },
  });
  if (count === 0) return { ok: true };
  await recordEvent(tx, { kind: "member_reconfirmed", actor: "contact", cityId });
  if (lapsedAt) await reinstate(tx, cityId, now);
  return { ok: true };
}

/** What is removed goes first, so that its address is free. */
async function editContacts(
  tx: Transaction,
  { cityId, editorId }: { cityId: number; editorId: string },
  edits: readonly ContactEdit[],
): Promise<Result<AnswerRefusal>> {
  if (edits.length === 0) return { ok: true };
  const by = { actor: "contact" } as const;
  if (!(await lockContacts(tx, cityId))) return { ok: false, reason: "unknown" };
  const inOrder = edits.toSorted((one, other) => orderOf[one.kind] - orderOf[other.kind]);
  for (const edit of inOrder) {
    const contacts = await listContacts(cityId, tx);
    const before = edit.kind === "add" ? null : contacts.find(({ id }) => id === edit.id);
    const result =
      edit.kind === "remove"
        ? await deleteContact(tx, { cityId, ...edit, by })
        : edit.kind === "change"
          ? await updateContact(tx, { cityId, ...edit, contacts, by })
          : await insertContact(tx, { cityId, ...edit, contacts, by });
    if (!result.ok) return result;
    if (edit.kind !== "add" && before && before.id !== editorId)
      await tellContact(tx, { cityId, contact: before }, edit);
  }
  const left = await tx.memberContact.count({ where: { cityId } });
  return left > 0 ? { ok: true } : { ok: false, reason: "noContact" };
}

/** To the address that stood there before: a colleague, or whoever has the colleague's link. */
async function tellContact(
  tx: Transaction,
  { cityId, contact }: { cityId: number; contact: Contact },
  edit: Exclude<ContactEdit, { kind: "add" }>,
): Promise<void> {
  if (edit.kind === "change" && changedFields(contact, edit.answers).length === 0) return;
  const { name: cityName } = await tx.city.findUniqueOrThrow({
    where: { id: cityId },
    select: { name: true },
  });
  const locale = toLocale(contact.locale);
  await enqueueMail(tx, {
    kind: "member_contact_edited",
    to: contact.email,
    locale,
    content: await contactEditedMail({
      locale,
      contactName: contact.name,
      cityName,
      url: siteUrl() + href(locale, "/contact"),
      change: edit.kind === "remove" ? "removed" : "changed",
    }),
  });
}

const orderOf = { remove: 0, change: 1, add: 2 } as const;

/** Only from what the missing answer had brought about, not from what staff decided. */
async function reinstate(tx: Transaction, cityId: number, now: Date): Promise<void> {
  const latest = await tx.cityStep.findFirst({
    where: { cityId, takenBackAt: null, city: { signatory: { state: "on_hold" } } },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { kind: true, staffId: true },
  });
  if (latest?.kind !== "on_hold" || latest.staffId !== null) return;
  await storeStep(
    tx,
    { cityId, kind: "resumed", note: null, publicReason: null, by: { actor: "contact" } },
    now,
  );
}

/** Staff ask before the year is over. `notAsked`: asked already, no contact, or no member. */
export const requestReconfirmationNow = (
  cityId: number,
  staffId: string,
  now = new Date(),
): Promise<Result<"notAsked">> =>
  transact(async (tx): Promise<Result<"notAsked">> => {
    const settings = await readSettings(tx);
    const isAsked = await requestReconfirmation(
      tx,
      cityId,
      { actor: "staff", staffId },
      settings,
      now,
    );
    return isAsked ? { ok: true } : { ok: false, reason: "notAsked" };
  });
