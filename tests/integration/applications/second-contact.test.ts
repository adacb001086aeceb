// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { beforeEach, expect, test, vi } from "vitest";
import { removeColleague } from "@/app/[locale]/applications/[token]/actions";
import { agree, decline } from "@/app/[locale]/applications/colleague/[token]/actions";
import { takeMail } from "@/lib/abuse/mail-budget";
import { withdrawApplication } from "@/lib/applications/commands";
import { findApplicationByToken } from "@/lib/applications/queries";
import {
  agreeAsSecondContact,
  declineAsSecondContact,
  removeSecondContact,
} from "@/lib/applications/second-contact/commands";
import { enforceRetention } from "@/lib/applications/retention";
import { findForReview } from "@/lib/applications/review/review-queries";
import { declineApplication, requestChanges } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { after, dayMs, startOfDay } from "@/lib/durations";
import { defaultSettings as settings } from "@/lib/settings/schema";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  resetWithReviewer,
} from "@/tests/support/applications/review";
import { tablesThatKnow } from "@/tests/support/database/traces";

const second = { name: "The Clerk", role: "Clerk of the council", email: "clerk@stad.example" };
const submissionKey = "00000000-0000-4000-8000-000000000001";

let reviewer: string;
let ghent: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed({ submissionKey, second });
});

const mailsToColleague = () =>
  prisma.mail.findMany({ where: { recipient: second.email }, orderBy: { id: "asc" } });

async function invitationToken(): Promise<string> {
  const [mail] = await mailsToColleague();
  return /\/applications\/colleague\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

/** Presses a button. @returns where the browser is sent */
async function press(action: (form: FormData) => Promise<void>, token: string): Promise<string> {
  const form = new FormData();
  form.set("locale", "en");
  form.set("token", token);
  return (await new TestBrowser().request(() => action(form)))?.redirectedTo ?? "";
}

const ask = async () =>
  requestChanges(await openReview(ghent, reviewer), { message: "Which body decided?" });

const statusTokenIn = (address: string) => address.split("/").at(-1) ?? "";

test("a colleague is written to once, after the applicant's own address is confirmed, without a name", async () => {
  const antwerp = await submitUnconfirmed({
    submissionKey: "00000000-0000-4000-8000-000000000002",
    cityId: 2803138,
    contactEmail: "officer@antwerp.example",
    second: { ...second, email: "clerk@antwerp.example" },
  });
  expect(await prisma.mail.count({ where: { recipient: "clerk@antwerp.example" } })).toBe(0);
  expect(antwerp).not.toBe(ghent);
  const [mail, ...more] = await mailsToColleague();
  expect(more).toEqual([]);
  expect(mail?.kind).toBe("application_second_contact");
  expect(`${mail?.subject}${mail?.text}`).not.toMatch(/The Clerk|Digital Officer/);
});

test("who has not agreed gets nothing further, and cannot open the application", async () => {
  const token = await invitationToken();
  await ask();
  expect(await mailsToColleague()).toHaveLength(1);
  expect(await findApplicationByToken(token)).toBeNull();
});

test("who agrees opens the application, and gets the request for changes with a link of their own", async () => {
  const sentTo = await press(agree, await invitationToken());
  expect(sentTo).toMatch(/^\/en\/applications\/[\w-]{43}$/);
  expect(await findApplicationByToken(statusTokenIn(sentTo))).toMatchObject({ id: ghent });
  await ask();
  const [, mail] = await mailsToColleague();
  expect(mail).toMatchObject({ kind: "application_changes_requested" });
  expect(mail?.text).toContain("Hello The Clerk,");
  const theirs = /\/applications\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  expect(await findApplicationByToken(theirs)).toMatchObject({ state: "changes_requested" });
  expect(theirs).not.toBe(await statusToken(ghent));
  expect(await prisma.event.count({ where: { kind: "application_second_contact_agreed" } })).toBe(
    1,
  );
  await press(agree, await invitationToken());
  expect(await prisma.event.count({ where: { kind: "application_second_contact_agreed" } })).toBe(
    1,
  );
});

test("reviewers see who the second contact is, and whether they have agreed", async () => {
  const seen = async () =>
    (await findForReview(ghent, { now: new Date(), settings }))?.secondContact;
  expect(await seen()).toEqual({ ...second, hasAgreed: false });
  await press(agree, await invitationToken());
  expect(await seen()).toEqual({ ...second, hasAgreed: true });
});

test.each([
  ["by themselves", async () => press(decline, await invitationToken())],
  ["by the applicant", async () => press(removeColleague, await statusToken(ghent))],
])("a second contact is removed %s, with their links and emails", async (_, remove) => {
  const theirs = statusTokenIn(await press(agree, await invitationToken()));
  const own = await statusToken(ghent);
  await remove();
  expect(await tablesThatKnow(second.email, second.name)).toEqual([]);
  expect(await findApplicationByToken(theirs)).toBeNull();
  expect(await findApplicationByToken(own)).not.toBeNull();
  await ask();
  expect(await mailsToColleague()).toEqual([]);
  expect(await press(agree, "unknown")).toBe("/en/applications/colleague/unknown");
});

test("what another city's second contact has stays, and a made-up link does nothing", async () => {
  const other = { ...second, name: "Another Clerk", email: "clerk@antwerp.example" };
  const antwerp = await submitConfirmed({
    submissionKey: "00000000-0000-4000-8000-000000000002",
    ...{ cityId: placeIds.antwerp, contactEmail: "officer@antwerp.example", second: other },
  });
  const token = await invitationToken();
  const unknown = { ok: false, reason: "unknown" };
  expect(await agreeAsSecondContact("made up")).toEqual(unknown);
  await declineAsSecondContact("made up");
  await removeSecondContact("made up");
  expect(await prisma.secondContact.count()).toBe(2);
  for (let press = 0; press < 2; press++)
    expect(await agreeAsSecondContact(token)).toMatchObject({ ok: true });
  expect(
    await prisma.event.findMany({ where: { kind: "application_second_contact_agreed" } }),
  ).toMatchObject([{ actor: "applicant", applicationId: ghent, cityId: placeIds.ghent }]);

  for (let press = 0; press < 2; press++) await declineAsSecondContact(token);
  expect(await agreeAsSecondContact(token)).toEqual(unknown);
  expect(
    await prisma.event.findMany({ where: { kind: "application_second_contact_removed" } }),
  ).toMatchObject([{ actor: "applicant", applicationId: ghent, cityId: placeIds.ghent }]);
  expect(await prisma.secondContact.findMany()).toMatchObject([
    { applicationId: antwerp, email: other.email },
  ]);
  expect(await prisma.mail.count({ where: { recipient: other.email } })).toBe(1);
  const { contactEmail } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
  expect(await prisma.mail.count({ where: { recipient: contactEmail! } })).toBeGreaterThan(0);
});

test("who does not answer for seven days is forgotten", async () => {
  const { invitedAt } = await prisma.secondContact.findUniqueOrThrow({
    where: { applicationId: ghent },
  });
  const asked = invitedAt ?? new Date();
  await enforceRetention(after(asked, 7 * dayMs - 1));
  expect(await prisma.secondContact.count()).toBe(1);
  await enforceRetention(after(asked, 7 * dayMs));
  expect(await tablesThatKnow(second.email, second.name)).toEqual([]);
});

test("who has agreed is kept as long as the applicant, and no longer", async () => {
  await press(agree, await invitationToken());
  await declineApplication(await openReview(ghent, reviewer), { reason: "other", message: "No." });
  const closed = new Date();
  await enforceRetention(after(closed, 179 * dayMs));
  expect(await prisma.secondContact.count()).toBe(1);
  await enforceRetention(after(closed, 181 * dayMs));
  expect(await tablesThatKnow(second.email, second.name)).toEqual([]);
});

test("a withdrawal is told to both, and forgets the second contact too", async () => {
  const theirs = statusTokenIn(await press(agree, await invitationToken()));
  await withdrawApplication(await statusToken(ghent));
  expect((await mailsToColleague()).map(({ kind }) => kind)).toContain("application_withdrawn");
  expect(await tablesThatKnow(second.name)).toEqual(["mail"]);
  expect(await findApplicationByToken(theirs)).toBeNull();
});

test("a colleague whose mailbox has had its share today is asked tomorrow", async () => {
  await resetDatabase();
  await loadSamplePlaces();
  const now = new Date();
  await prisma.$transaction(async (tx) => {
    while (await takeMail(tx, second.email, now));
  });
  vi.stubEnv("SMTP_URL", "smtp://mail.example");
  await submitConfirmed({ submissionKey, second });
  vi.stubEnv("SMTP_URL", "");
  const [mail] = await mailsToColleague();
  expect(mail?.dueAt).toEqual(after(startOfDay(now), dayMs));
});
