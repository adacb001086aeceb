import { listContacts, type Contact } from "@/lib/cities/contacts/queries";
import { maxContacts, type ContactAnswers } from "@/lib/cities/contacts/schema";
import { transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";

/** Events name the kind of a contact and what of it was changed, and nothing that is personal. */
export type ContactAuthor = { actor: "staff"; staffId: string } | { actor: "contact" };

/** `changedMeanwhile`: or removed. `addressTaken`: another contact of the city has it. */
export type ContactRefusal = "notAMember" | "addressTaken" | "tooMany" | "changedMeanwhile";

type ContactResult = Result<ContactRefusal>;

type NewContact = { cityId: number; answers: ContactAnswers; staffId: string };

export const addContact = ({ cityId, answers, staffId }: NewContact): Promise<ContactResult> =>
  transact(async (tx) => {
    const contacts = await lockContacts(tx, cityId);
    if (!contacts) return { ok: false, reason: "notAMember" };
    return insertContact(tx, { cityId, answers, contacts, by: { actor: "staff", staffId } });
  });

type ContactChange = NewContact & { id: string; version: number };

export const changeContact = ({
  cityId,
  id,
  version,
  answers,
  staffId,
}: ContactChange): Promise<ContactResult> =>
  transact(async (tx) => {
    const contacts = (await lockContacts(tx, cityId)) ?? [];
    const by = { actor: "staff", staffId } as const;
    return updateContact(tx, { cityId, id, version, answers, contacts, by });
  });

type ContactRemoval = { cityId: number; id: string; version: number; staffId: string };

export const removeContact = ({
  cityId,
  id,
  version,
  staffId,
}: ContactRemoval): Promise<ContactResult> =>
  transact((tx) => deleteContact(tx, { cityId, id, version, by: { actor: "staff", staffId } }));

/** Serialises changes of a city's contacts. Null where it is no member. */
export async function lockContacts(tx: Transaction, cityId: number): Promise<Contact[] | null> {
  const [signatory] = await tx.$queryRaw<unknown[]>`
    SELECT city_id FROM signatory WHERE city_id = ${cityId} FOR UPDATE`;
  return signatory ? listContacts(cityId, tx) : null;
}

type Insertion = Pick<NewContact, "cityId" | "answers"> & {
  /** Of the city, as they are now. */
  contacts: readonly Contact[];
  by: ContactAuthor;
};

export async function insertContact(
  tx: Transaction,
  { cityId, answers, contacts, by }: Insertion,
): Promise<ContactResult> {
  if (contacts.length >= maxContacts) return { ok: false, reason: "tooMany" };
  if (contacts.some(({ email }) => email === answers.email))
    return { ok: false, reason: "addressTaken" };
  await tx.memberContact.create({ data: { cityId, ...answers } });
  await recordEvent(tx, {
    kind: "member_contact_added",
    ...by,
    cityId,
    detail: { kind: answers.kind },
  });
  return { ok: true };
}

type Update = Insertion & { id: string; version: number };

export async function updateContact(
  tx: Transaction,
  { cityId, id, version, answers, contacts, by }: Update,
): Promise<ContactResult> {
  const before = contacts.find((each) => each.id === id && each.version === version);
  if (!before) return { ok: false, reason: "changedMeanwhile" };
  const changed = changedFields(before, answers);
  if (changed.length === 0) return { ok: true };
  if (contacts.some((each) => each.id !== id && each.email === answers.email))
    return { ok: false, reason: "addressTaken" };
  await tx.memberContact.update({
    where: { id },
    data: { ...answers, version: { increment: 1 } },
  });
  // Whoever has the old mailbox answers for the city no more.
  if (changed.includes("email"))
    await tx.reconfirmationLink.deleteMany({ where: { contactId: id } });
  await recordEvent(tx, {
    kind: "member_contact_changed",
    ...by,
    cityId,
    detail: { kind: answers.kind, changed: changed.join(" ") },
  });
  return { ok: true };
}

export const changedFields = (before: Contact, after: ContactAnswers): string[] =>
  (Object.keys(after) as (keyof ContactAnswers)[]).filter(
    (field) => before[field] !== after[field],
  );

type Deletion = Omit<ContactRemoval, "staffId"> & { by: ContactAuthor };

export async function deleteContact(
  tx: Transaction,
  { cityId, id, version, by }: Deletion,
): Promise<ContactResult> {
  const contact = await tx.memberContact.findFirst({
    where: { id, cityId, version },
    select: { kind: true },
  });
  const { count } = await tx.memberContact.deleteMany({ where: { id, cityId, version } });
  if (!contact || count === 0) return { ok: false, reason: "changedMeanwhile" };
  await recordEvent(tx, {
    kind: "member_contact_removed",
    ...by,
    cityId,
    detail: { kind: contact.kind },
  });
  return { ok: true };
}

type ApprovedContact = {
  cityId: number;
  applicationId: string;
  staffId: string;
  contact: { name: string; role: string; email: string; locale: string };
};

/** The first contact of a new member. One who is a contact already stays as they are. */
export async function addApprovedContact(
  tx: Transaction,
  { cityId, applicationId, staffId, contact }: ApprovedContact,
): Promise<void> {
  const { count } = await tx.memberContact.createMany({
    data: { cityId, applicationId, kind: "general", ...contact },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await recordEvent(tx, {
    kind: "member_contact_added",
    actor: "staff",
    ...{ staffId, applicationId, cityId },
    detail: { kind: "general" },
  });
}

/** An application that is reviewed again promises its applicant what it promised before. */
export async function removeApprovedContact(
  tx: Transaction,
  { cityId, applicationId, staffId }: Omit<ApprovedContact, "contact">,
): Promise<void> {
  const { count } = await tx.memberContact.deleteMany({ where: { applicationId } });
  if (count === 0) return;
  await recordEvent(tx, {
    kind: "member_contact_removed",
    actor: "staff",
    ...{ staffId, applicationId, cityId },
    detail: { kind: "general" },
  });
}
