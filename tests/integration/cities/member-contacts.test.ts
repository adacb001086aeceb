import { beforeEach, expect, test } from "vitest";
import { approveApplication, reopenApplication } from "@/lib/applications/review/review-commands";
import { addContact, changeContact, removeContact } from "@/lib/cities/contacts/commands";
import { listContacts } from "@/lib/cities/contacts/queries";
import { eraseFormerContacts } from "@/lib/cities/contacts/retention";
import { contactSchema, maxContacts, type ContactAnswers } from "@/lib/cities/contacts/schema";
import { ensureCity } from "@/lib/cities/commands";
import { listMemberHistory, listMembers } from "@/lib/cities/member-queries";
import { prisma } from "@/lib/db";
import { after, dayMs } from "@/lib/durations";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  openReview,
  tickAllEvidence,
  resetWithSignatories,
} from "@/tests/support/applications/review";

const { amsterdam, ghent, tokyo } = placeIds;

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithSignatories();
});

const ada: ContactAnswers = {
  kind: "technical",
  name: "Ada",
  role: "Chief digital officer",
  email: "ada@amsterdam.nl",
  locale: defaultLocale,
};

const add = (answers: Partial<ContactAnswers> = {}, cityId: number = amsterdam) =>
  addContact({ cityId, answers: { ...ada, ...answers }, staffId });

async function onlyContact() {
  const [contact] = await listContacts(amsterdam);
  if (!contact) throw new Error("Amsterdam has no contact.");
  return contact;
}

const change = async (answers: Partial<ContactAnswers>, seen = 0) => {
  const { id, version } = await onlyContact();
  const seenVersion = seen || version;
  return changeContact({
    ...{ cityId: amsterdam, id, version: seenVersion, staffId },
    answers: { ...ada, ...answers },
  });
};

async function approveGhent(): Promise<string> {
  const id = await submitConfirmed();
  await tickAllEvidence(await openReview(id, staffId));
  const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };
  expect(await approveApplication(await openReview(id, staffId), approval)).toEqual({ ok: true });
  return id;
}

test("a contact is added, changed and removed, and the log has no personal data of it", async () => {
  expect(await add()).toEqual({ ok: true });
  expect(await listContacts(amsterdam)).toMatchObject([{ ...ada, version: 1 }]);
  expect(await change({ role: "Alderman", kind: "political" })).toEqual({ ok: true });
  const { id, version } = await onlyContact();
  expect(version).toBe(2);
  expect(await removeContact({ cityId: amsterdam, id, version, staffId })).toEqual({ ok: true });
  expect(await listContacts(amsterdam)).toEqual([]);

  const history = await listMemberHistory(amsterdam);
  expect(history.slice(0, 3).map(({ kind, detail }) => [kind, detail])).toEqual([
    ["member_contact_removed", { kind: "political" }],
    ["member_contact_changed", { kind: "political", changed: "kind role" }],
    ["member_contact_added", { kind: "technical" }],
  ]);
});

test("what a colleague has changed meanwhile is not overwritten, and what is no change is none", async () => {
  await add();
  await change({ role: "Alderman" });
  expect(await change({ role: "Mayor" }, 1)).toEqual({ ok: false, reason: "changedMeanwhile" });
  const { id } = await onlyContact();
  expect(await removeContact({ cityId: amsterdam, id, version: 1, staffId })).toEqual({
    ok: false,
    reason: "changedMeanwhile",
  });
  expect(await change({ role: "Alderman" })).toEqual({ ok: true });
  expect(await onlyContact()).toMatchObject({ role: "Alderman", version: 2 });
});

test("of two contacts one gets no address of the other, and each change meets its own", async () => {
  await add();
  await add({ name: "Grace", email: "grace@amsterdam.nl" });
  const contacts = await listContacts(amsterdam);
  const grace = contacts.find(({ name }) => name === "Grace")!;
  const other = { ...grace, cityId: amsterdam, staffId };
  const withAddress = (email: string) =>
    changeContact({ ...other, answers: { ...ada, name: "Grace", email } });
  expect(await withAddress(ada.email)).toEqual({ ok: false, reason: "addressTaken" });
  expect(await withAddress("g.hopper@amsterdam.nl")).toEqual({ ok: true });
  expect((await listContacts(amsterdam)).map(({ email }) => email).toSorted()).toEqual([
    "ada@amsterdam.nl",
    "g.hopper@amsterdam.nl",
  ]);
  // Of another city, and once more after it is gone.
  const removal = { ...other, version: 2 };
  const gone = { ok: false, reason: "changedMeanwhile" };
  expect(await removeContact({ ...removal, cityId: tokyo })).toEqual(gone);
  expect(await removeContact(removal)).toEqual({ ok: true });
  expect(await removeContact(removal)).toEqual(gone);
  expect(await listContacts(amsterdam)).toMatchObject([ada]);
});

test("the yearly question's link ends with the address that it was mailed to, and no other one's", async () => {
  await add();
  await add({ name: "Grace", email: "grace@amsterdam.nl" });
  const { id: reconfirmationId } = await prisma.reconfirmation.create({
    data: { cityId: amsterdam, dueAt: new Date("2026-12-31") },
    select: { id: true },
  });
  const contacts = await listContacts(amsterdam);
  await prisma.reconfirmationLink.createMany({
    data: contacts.map(({ id, name }) => ({
      ...{ tokenHash: name, reconfirmationId, contactId: id },
      expiresAt: new Date("2026-12-31"),
    })),
  });
  const linksOf = async () =>
    (await prisma.reconfirmationLink.findMany({ orderBy: { tokenHash: "asc" } })).map(
      ({ tokenHash }) => tokenHash,
    );
  const changeAda = async (answers: Partial<ContactAnswers>) => {
    const { id, version } = (await listContacts(amsterdam)).find(({ name }) => name === "Ada")!;
    return changeContact({
      ...{ cityId: amsterdam, id, version, staffId },
      answers: { ...ada, ...answers },
    });
  };
  await changeAda({ role: "Alderman" });
  expect(await linksOf()).toEqual(["Ada", "Grace"]);
  await changeAda({ email: "ada.lovelace@amsterdam.nl" });
  expect(await linksOf()).toEqual(["Grace"]);
});

test("a city has each address once and a limited number of contacts, and only members have any", async () => {
  for (let number = 1; number <= maxContacts; number++)
    expect(await add({ email: `contact-${number}@amsterdam.nl` })).toEqual({ ok: true });
  expect(await add({ email: "one-more@amsterdam.nl" })).toEqual({ ok: false, reason: "tooMany" });
  expect(await add({}, tokyo)).toEqual({ ok: false, reason: "notAMember" });
  const [first] = await listContacts(amsterdam);
  await removeContact({ cityId: amsterdam, ...first!, staffId });
  expect(await add({ email: "contact-2@amsterdam.nl" })).toEqual({
    ok: false,
    reason: "addressTaken",
  });
});

test.each([
  [{ name: " " }, "name", "nameMissing"],
  [{ role: "www.example.org" }, "role", "addressInName"],
  [{ email: "nobody" }, "email", "emailInvalid"],
  [{ kind: "friend" }, "kind", "choiceMissing"],
  [{ locale: "xx" }, "locale", "choiceMissing"],
])("%o is refused beside its field", (changes, field, key) => {
  const { error } = contactSchema.safeParse({ ...ada, ...changes });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, key]]);
});

test("who applied for a city is its first contact once it joins, and no more when that is taken back", async () => {
  const id = await approveGhent();
  const application = await prisma.application.findUniqueOrThrow({ where: { id } });
  expect(await listContacts(ghent)).toMatchObject([
    {
      kind: "general",
      name: application.contactName,
      role: application.contactRole,
      email: application.contactEmail,
    },
  ]);
  await add();
  await reopenApplication(await openReview(id, staffId), "decided_in_error");
  expect(await listContacts(ghent)).toEqual([]);
  expect(await listContacts(amsterdam)).toHaveLength(1);
  const events = await prisma.event.findMany({
    where: { cityId: ghent, kind: { in: ["member_contact_added", "member_contact_removed"] } },
    orderBy: { id: "asc" },
  });
  const byReview = { actor: "staff", staffId, applicationId: id, detail: { kind: "general" } };
  expect(events).toMatchObject([
    { kind: "member_contact_added", ...byReview },
    { kind: "member_contact_removed", ...byReview },
  ]);
});

test("who is a contact already when the city's application is approved stays as they are", async () => {
  const email = "already.there@stad.gent";
  const id = await submitConfirmed();
  await prisma.application.update({ where: { id }, data: { contactEmail: email } });
  await prisma.$transaction((tx) => ensureCity(tx, ghent));
  await prisma.memberContact.create({ data: { cityId: ghent, ...ada, email } });
  await tickAllEvidence(await openReview(id, staffId));
  await approveApplication(await openReview(id, staffId), {
    ...{ name: "Ghent", signedOn: new Date("2026-11-20"), message: null },
  });
  expect(await listContacts(ghent)).toMatchObject([{ ...ada, email }]);
  expect(await prisma.event.count({ where: { kind: "member_contact_added" } })).toBe(0);
  await reopenApplication(await openReview(id, staffId), "decided_in_error");
  expect(await listContacts(ghent)).toHaveLength(1);
  expect(await prisma.event.count({ where: { kind: "member_contact_removed" } })).toBe(0);
});

test("an applicant who did not agree to it becomes no contact", async () => {
  const id = await submitConfirmed();
  await prisma.application.update({ where: { id }, data: { consentVersion: "2026-11-28" } });
  await tickAllEvidence(await openReview(id, staffId));
  await approveApplication(await openReview(id, staffId), {
    ...{ name: "Ghent", signedOn: new Date("2026-11-20"), message: null },
  });
  expect(await prisma.signatory.count({ where: { cityId: ghent } })).toBe(1);
  expect(await listContacts(ghent)).toEqual([]);
});

test("the contacts of a city are deleted ninety days after the city has left, and only then", async () => {
  await add();
  await recordStep({
    ...{ cityId: amsterdam, kind: "left", note: null, staffId },
    ...{ seenSteps: 0, confirmed: 0 },
  });
  const { at: left } = await prisma.event.findFirstOrThrow({
    where: { kind: "signatory_removed", cityId: amsterdam },
  });
  expect(await eraseFormerContacts(after(left, 90 * dayMs - 1))).toBe(0);
  expect(await listContacts(amsterdam)).toHaveLength(1);
  expect(await eraseFormerContacts(after(left, 90 * dayMs))).toBe(1);
  expect(await listContacts(amsterdam)).toEqual([]);
  expect(await eraseFormerContacts(after(left, 91 * dayMs))).toBe(0);
});

test("the list of the panel shows who has no contact", async () => {
  await add();
  const names = async (view: "all" | "no_contact") =>
    (await listMembers("", 1, view)).members.map(({ city }) => city.name);
  expect(await names("all")).toContain("Amsterdam");
  expect(await names("no_contact")).not.toContain("Amsterdam");
  expect(await names("no_contact")).toHaveLength(25);
});
