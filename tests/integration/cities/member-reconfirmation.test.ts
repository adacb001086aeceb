// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { beforeEach, expect, test } from "vitest";
import { confirm, saveContacts } from "@/app/[locale]/membership/[token]/actions";
import { addContact } from "@/lib/cities/contacts/commands";
import { listContacts } from "@/lib/cities/contacts/queries";
import { countSignatories, findCity, listPausedMembers } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { after, dayMs } from "@/lib/durations";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { fieldName } from "@/lib/members/contact-rows";
import { beginForm } from "@/lib/members/contacts-form";
import { requestReconfirmationNow, reconfirm } from "@/lib/members/reconfirmation-commands";
import { reconfirmMembers } from "@/lib/members/reconfirmation-job";
import { findMemberByToken } from "@/lib/members/reconfirmation-queries";
import { placeIds } from "@/tests/support/database/places";
import { resetWithSignatories } from "@/tests/support/applications/review";

const { amsterdam, losAngeles } = placeIds;
const ada = "ada@amsterdam.nl";

let staffId: string;
let begin: Date;

beforeEach(async () => {
  staffId = await resetWithSignatories();
  begin = new Date();
});

const addAda = (cityId: number = amsterdam, email = ada) =>
  addContact({
    cityId,
    staffId,
    answers: { kind: "general", name: "Ada", role: "Officer", email, locale: defaultLocale },
  });

const inDays = (days: number) => after(begin, days * dayMs);
const run = (days: number) => reconfirmMembers(inDays(days));

const mailsOf = async () =>
  (await prisma.mail.findMany({ where: { kind: { in: kinds } }, orderBy: { id: "asc" } })).map(
    ({ kind, recipient }) => [kind, recipient],
  );
const kinds = ["member_reconfirm", "member_reconfirm_reminder"] as const satisfies string[];

const deliverMails = () =>
  prisma.mail.updateMany({ where: { sentAt: null }, data: { sentAt: new Date() } });

async function newestToken(): Promise<string> {
  const mail = await prisma.mail.findFirstOrThrow({
    where: { kind: { in: kinds } },
    orderBy: { id: "desc" },
  });
  const [, token] = /\/membership\/([\w-]+)/.exec(mail.text ?? "") ?? [];
  if (!token) throw new Error("The contact got no link.");
  return token;
}

/** A year after the contact was named, and then the days until it is overdue. */
const [aYear, reminded, overdue] = [366, 366 + 46, 366 + 60];

async function letItLapse(): Promise<void> {
  await addAda();
  await run(aYear);
  await deliverMails();
  await run(reminded);
  await run(overdue + 1);
}

const stateOf = async (cityId: number) =>
  (await prisma.signatory.findUniqueOrThrow({ where: { cityId } })).state;

test("a member is asked after a year, reminded, and put on hold if it does not answer", async () => {
  await addAda();
  await run(364);
  expect(await mailsOf()).toEqual([]);
  await run(aYear);
  await run(aYear + 1);
  expect(await mailsOf()).toEqual([["member_reconfirm", ada]]);
  await deliverMails();
  await run(reminded - 1);
  expect(await mailsOf()).toHaveLength(1);
  await run(reminded);
  await run(reminded + 1);
  expect(await mailsOf()).toEqual([
    ["member_reconfirm", ada],
    ["member_reconfirm_reminder", ada],
  ]);
  await run(overdue - 1);
  expect([await stateOf(amsterdam), await countSignatories()]).toEqual(["active", 26]);
  await run(overdue);
  expect([await stateOf(amsterdam), await countSignatories()]).toEqual(["on_hold", 25]);
  expect((await findCity("amsterdam"))?.pause).toMatchObject({
    state: "on_hold",
    reason: null,
    isOverdue: true,
  });
  expect((await listPausedMembers()).map(({ name }) => name)).toEqual(["Amsterdam"]);
});

test("a city without a contact is never asked, and never put on hold", async () => {
  for (const days of [aYear, reminded, overdue + 100]) await run(days);
  expect(await mailsOf()).toEqual([]);
  expect(await prisma.reconfirmation.count()).toBe(0);
  expect(await countSignatories()).toBe(26);
});

test("a city that no email has reached is not put on hold", async () => {
  await addAda();
  for (const days of [aYear, reminded, overdue, overdue + 50]) await run(days);
  expect(await stateOf(amsterdam)).toBe("active");
  await deliverMails();
  await run(overdue + 51);
  expect(await stateOf(amsterdam)).toBe("on_hold");
});

test("a reminder that goes out late leaves as much time as one in time", async () => {
  await addAda();
  await run(aYear);
  await deliverMails();
  await run(overdue + 30);
  expect(await stateOf(amsterdam)).toBe("active");
  await run(overdue + 30 + 13);
  expect(await stateOf(amsterdam)).toBe("active");
  await run(overdue + 30 + 14);
  expect(await stateOf(amsterdam)).toBe("on_hold");
});

test("a city that answers is asked again a year later, and opening the link answers nothing", async () => {
  await addAda();
  await run(aYear);
  const token = await newestToken();
  expect(await findMemberByToken(token, inDays(aYear))).toMatchObject({ name: "Amsterdam" });
  expect(await prisma.reconfirmation.count({ where: { answeredAt: { not: null } } })).toBe(0);
  expect(await reconfirm(token, [], inDays(aYear + 2))).toEqual({ ok: true });
  expect(await reconfirm(token, [], inDays(aYear + 3))).toEqual({ ok: true });
  expect(await prisma.event.count({ where: { kind: "member_reconfirmed" } })).toBe(1);
  await run(overdue + 1);
  expect(await stateOf(amsterdam)).toBe("active");
  await run(aYear + 2 + 364);
  expect(await mailsOf()).toHaveLength(1);
  await run(aYear + 2 + 366);
  expect(await mailsOf()).toHaveLength(2);
});

test("who answers late reinstates the city, in an event of its own", async () => {
  await letItLapse();
  expect(await stateOf(amsterdam)).toBe("on_hold");
  const token = await newestToken();
  expect(await findMemberByToken(token, inDays(overdue + 2))).toMatchObject({ isOnHold: true });
  expect(await reconfirm(token, [], inDays(overdue + 2))).toEqual({ ok: true });
  expect([await stateOf(amsterdam), await countSignatories()]).toEqual(["active", 26]);
  const events = await prisma.event.findMany({
    where: { cityId: amsterdam, kind: { in: ["city_on_hold", "city_resumed"] } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
    ["city_on_hold", "system"],
    ["city_resumed", "contact"],
  ]);
});

test("an answer does not undo what staff have decided", async () => {
  await letItLapse();
  const publicReason = "The city has sold the data of its residents.";
  await recordStep(
    { cityId: amsterdam, kind: "suspended", note: null, publicReason, staffId, seenSteps: 1 },
    inDays(overdue + 2),
  );
  expect(await reconfirm(await newestToken(), [], inDays(overdue + 2))).toEqual({ ok: true });
  expect(await stateOf(amsterdam)).toBe("suspended");
});

test("a city that staff reinstate is not put on hold again, and asked a year later", async () => {
  await letItLapse();
  await recordStep(
    { cityId: amsterdam, kind: "resumed", note: null, staffId, seenSteps: 1 },
    inDays(overdue + 2),
  );
  await run(overdue + 2);
  await run(overdue + 100);
  expect(await stateOf(amsterdam)).toBe("active");
  expect(await findMemberByToken(await newestToken(), inDays(overdue + 100))).toBeNull();
  await run(overdue + 2 + 366);
  expect(await mailsOf()).toHaveLength(3);
});

test("a link works for a year after the answer was due, and leads nowhere when its contact has gone", async () => {
  await addAda();
  await addAda(losAngeles, "grace@lacity.org");
  await run(aYear);
  const token = await newestToken();
  const { dueAt } = await prisma.reconfirmation.findFirstOrThrow();
  expect(await findMemberByToken(token, after(dueAt, 365 * dayMs - 1))).not.toBeNull();
  expect(await findMemberByToken(token, after(dueAt, 365 * dayMs))).toBeNull();
  await prisma.memberContact.deleteMany();
  expect(await findMemberByToken(token, inDays(aYear))).toBeNull();
  expect(await reconfirm(token)).toEqual({ ok: false, reason: "unknown" });
});

test("staff ask before the year is over, once, and a member with a contact alone", async () => {
  expect(await requestReconfirmationNow(amsterdam, staffId)).toEqual({
    ok: false,
    reason: "notAsked",
  });
  await addAda();
  expect(await requestReconfirmationNow(amsterdam, staffId)).toEqual({ ok: true });
  expect(await requestReconfirmationNow(amsterdam, staffId)).toEqual({
    ok: false,
    reason: "notAsked",
  });
  expect(await mailsOf()).toHaveLength(1);
});

test("the button of the page answers, and leads back to it", async () => {
  await addAda();
  await requestReconfirmationNow(amsterdam, staffId);
  const token = await newestToken();
  const form = new FormData();
  form.set("token", token);
  form.set("locale", "en");
  expect(await new TestBrowser().request(() => confirm(form))).toEqual({
    redirectedTo: `/en/membership/${token}?done=confirmed`,
  });
  expect((await findMemberByToken(token))?.answeredAt).not.toBeNull();
});

/** The form of the page as a browser posts it, with these fields changed. */
async function postContacts(token: string, changes: Record<string, string>) {
  const contacts = await listContacts(amsterdam);
  const { rows } = beginForm(contacts, defaultLocale);
  const form = new FormData();
  form.set("token", token);
  form.set("locale", "en");
  for (const [index, { isRemoved, ...row }] of rows.entries()) {
    expect(isRemoved).toBe(false);
    for (const [field, value] of Object.entries(row))
      form.set(fieldName(index, field as "name"), value);
  }
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return new TestBrowser().request(() => saveContacts(beginForm(contacts, defaultLocale), form));
}

test("a contact changes, adds and removes contacts of the city, and so confirms the membership", async () => {
  await addAda();
  await requestReconfirmationNow(amsterdam, staffId);
  const token = await newestToken();
  const added = {
    "contact-1-name": "Grace",
    "contact-1-role": "Press officer",
    "contact-1-email": "Grace@Amsterdam.nl",
    "contact-1-kind": "communication",
  };
  expect(await postContacts(token, added)).toMatchObject({
    redirectedTo: expect.any(String) as string,
  });
  expect((await listContacts(amsterdam)).map(({ email, kind }) => [email, kind])).toEqual([
    [ada, "general"],
    ["grace@amsterdam.nl", "communication"],
  ]);
  expect((await findMemberByToken(token))?.answeredAt).not.toBeNull();
  await postContacts(token, { "contact-0-role": "Alderman", "contact-1-isRemoved": "yes" });
  expect((await listContacts(amsterdam)).map(({ role }) => role)).toEqual(["Alderman"]);
  const events = await prisma.event.findMany({
    where: { actor: "contact" },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind }) => kind)).toEqual([
    "member_contact_added",
    "member_reconfirmed",
    "member_contact_removed",
    "member_contact_changed",
  ]);
});

test("what is wrong in the form is said beside its field, and nothing is saved", async () => {
  await addAda();
  await requestReconfirmationNow(amsterdam, staffId);
  const token = await newestToken();
  expect(await postContacts(token, { "contact-0-email": "nobody" })).toMatchObject({
    fieldErrors: { "contact-0-email": "emailInvalid" },
    rows: [{ email: "nobody" }, {}],
  });
  expect(await postContacts(token, { "contact-0-isRemoved": "yes" })).toMatchObject({
    formError: "noContact",
  });
  expect(await postContacts(token, { "contact-0-version": "7" })).toMatchObject({
    formError: "changedMeanwhile",
  });
  expect(await listContacts(amsterdam)).toMatchObject([{ email: ada, version: 1 }]);
  expect((await findMemberByToken(token))?.answeredAt).toBeNull();
});

test("a contact whose address changes gets no answer through the old link", async () => {
  await addAda();
  await requestReconfirmationNow(amsterdam, staffId);
  const token = await newestToken();
  await postContacts(token, { "contact-0-email": "new@amsterdam.nl" });
  expect(await findMemberByToken(token)).toBeNull();
});

test("a contact who is changed or taken out by another is told at the old address", async () => {
  await addAda();
  await addAda(amsterdam, "bob@amsterdam.nl");
  await addAda(amsterdam, "eve@amsterdam.nl");
  await run(aYear);
  const contacts = await listContacts(amsterdam);
  const editOf = (email: string) => {
    const { id, version, kind, name, role } = contacts.find((each) => each.email === email)!;
    return { id, version, answers: { kind, name, role, email, locale: defaultLocale } };
  };
  const { recipient: editor } = await prisma.mail.findFirstOrThrow({
    where: { kind: { in: kinds } },
    orderBy: { id: "desc" },
  });
  const [changed, removed] = contacts
    .map(({ email }) => email)
    .filter((email) => email !== editor)
    .map(editOf);
  const own = editOf(editor);
  const { answers: _, ...gone } = removed!;
  expect(
    await reconfirm(await newestToken(), [
      { kind: "change", ...own, answers: { ...own.answers, role: "Adviser" } },
      { kind: "change", ...changed!, answers: { ...changed!.answers, email: "new@amsterdam.nl" } },
      { kind: "remove", ...gone },
    ]),
  ).toEqual({ ok: true });
  const told = await prisma.mail.findMany({
    where: { kind: "member_contact_edited" },
    select: { recipient: true, subject: true, text: true },
  });
  expect(told.map(({ recipient }) => recipient).sort()).toEqual(
    [changed!.answers.email, removed!.answers.email].sort(),
  );
  expect(JSON.stringify(told)).not.toContain("new@amsterdam.nl");
});
