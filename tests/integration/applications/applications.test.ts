import { beforeEach, expect, test, vi } from "vitest";
import { confirmApplication, withdrawApplication } from "@/lib/applications/commands";
import { submitApplication, type NewApplication } from "@/lib/applications/submit-commands";
import { sendDigests } from "@/lib/applications/review-digest";
import { applicationSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { tokenMailedTo } from "@/tests/support/mail/mailed-token";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { sortedReasons } from "@/tests/support/result";

const keys = [1, 2, 3, 4, 5, 6].map((number) => `00000000-0000-4000-8000-00000000000${number}`) as [
  string,
  string,
  ...string[],
];

function ghentsApplication(changes: Partial<NewApplication> = {}): NewApplication {
  return {
    ...applicationSchema.parse(nest(answersOfGhent)),
    submissionKey: keys[0],
    locale: defaultLocale,
    declarationVersion: "2018",
    ...changes,
  };
}

const officer = "digital.officer@stad.example";
const deputy = "deputy@stad.example";
const mailKinds = async () =>
  (await prisma.mail.findMany({ orderBy: { createdAt: "asc" } })).map(
    ({ kind, recipient }) => `${kind} to ${recipient}`,
  );
const eventKinds = async () =>
  (await prisma.event.findMany({ orderBy: { id: "asc" } }))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "signatory_added");

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

test("Ghent submits: row, answers, event and mail are there together", async () => {
  const submission = await submitApplication(ghentsApplication(), null);

  const application = await prisma.application.findFirstOrThrow({
    include: { answers: true, city: true },
  });
  expect(submission).toEqual({ ok: true, reference: application.reference });
  expect(application).toMatchObject({
    state: "unconfirmed",
    openForCityId: null,
    version: 1,
    city: { name: "Ghent", slug: "ghent" },
    consentVersion: "2026-11-29",
  });
  expect(application.answers).toHaveLength(7);
  expect(await mailKinds()).toEqual([`application_confirm_address to ${officer}`]);
  expect(await eventKinds()).toEqual(["application_submitted"]);
});

test("twenty identical posts at once make one application and one mail, and all show the same reference", async () => {
  const submissions = await Promise.all(
    Array.from({ length: 20 }, () => submitApplication(ghentsApplication(), null)),
  );

  expect(new Set(submissions.map((submission) => JSON.stringify(submission))).size).toBe(1);
  expect(await prisma.application.count()).toBe(1);
  expect(await prisma.mail.count()).toBe(1);
  expect(await prisma.event.count()).toBe(1);
});

test("an old form filled in for another city is another application", async () => {
  await submitApplication(ghentsApplication(), null);
  await submitApplication(ghentsApplication({ cityId: placeIds.antwerp }), null);
  expect(await prisma.application.count()).toBe(2);
});

test("a sixth application for one mailbox is refused, also when all six come at once", async () => {
  const submissions = await Promise.all(
    keys.map((submissionKey) => submitApplication(ghentsApplication({ submissionKey }), null)),
  );
  expect(submissions.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: "tooManyForAddress" }]);
  expect(await prisma.mail.count()).toBe(5);
});

test("a signatory does not apply again, nor does a place that nobody knows", async () => {
  await addSampleSignatories();
  const amsterdam = await prisma.city.findUniqueOrThrow({ where: { slug: "amsterdam" } });
  expect(await submitApplication(ghentsApplication({ cityId: amsterdam.id }), null)).toEqual({
    ok: false,
    reason: "signatory",
  });
  expect(await submitApplication(ghentsApplication({ cityId: 1 }), null)).toEqual({
    ok: false,
    reason: "unknownCity",
  });
  expect(await prisma.application.count()).toBe(0);
});

test("confirming makes it await review and tells the applicant and every active member of staff, once", async () => {
  await prisma.user.createMany({
    data: [
      { email: "reviewer@coalition.example", role: "reviewer" },
      { email: "former@coalition.example", role: "reviewer", removedAt: new Date() },
    ],
  });
  await submitApplication(ghentsApplication(), null);
  const token = await tokenMailedTo(officer);

  expect(await Promise.all([confirmApplication(token), confirmApplication(token)])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await confirmApplication(token)).toEqual({ ok: true });

  expect(await prisma.application.findFirstOrThrow()).toMatchObject({
    state: "submitted",
    openForCityId: placeIds.ghent,
    version: 2,
    confirmedAt: expect.any(Date) as Date,
  });
  expect(await sendDigests(new Date())).toBe(1);
  expect(await mailKinds()).toEqual([
    `application_confirm_address to ${officer}`,
    `application_received to ${officer}`,
    "staff_digest to reviewer@coalition.example",
  ]);
  expect(await eventKinds()).toEqual(["application_submitted", "application_confirmed"]);
});

test("of two officials of one city, whoever confirms first is under review and the other is told", async () => {
  await submitApplication(ghentsApplication(), null);
  await submitApplication(
    ghentsApplication({ submissionKey: keys[1], contactEmail: deputy }),
    null,
  );
  const [first, second] = [await tokenMailedTo(officer), await tokenMailedTo(deputy)];

  const outcomes = await Promise.all([confirmApplication(first), confirmApplication(second)]);
  expect(sortedReasons(outcomes)).toEqual(["done", "underReview"]);
  expect(await prisma.application.count({ where: { state: "submitted" } })).toBe(1);
  expect(
    await submitApplication(
      ghentsApplication({ submissionKey: keys[2], contactEmail: "third@stad.example" }),
      null,
    ),
  ).toEqual({ ok: false, reason: "underReview" });
});

test("the same form posted again after its confirmation still shows its reference", async () => {
  const submission = await submitApplication(ghentsApplication(), null);
  await confirmApplication(await tokenMailedTo(officer));
  expect(await submitApplication(ghentsApplication(), null)).toEqual(submission);
});

test("withdrawing frees the city, erases who handed it in, and says goodbye once", async () => {
  await submitApplication(ghentsApplication(), null);
  const token = await tokenMailedTo(officer);
  await confirmApplication(token);

  expect(await Promise.all([withdrawApplication(token), withdrawApplication(token)])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await prisma.application.findFirstOrThrow()).toMatchObject({
    state: "withdrawn",
    openForCityId: null,
    ...{
      contactName: null,
      contactRole: null,
      contactDepartment: null,
      contactEmail: null,
      mandateAuthorityName: null,
    },
    closedAt: expect.any(Date) as Date,
  });
  expect((await mailKinds()).filter((mail) => mail.startsWith("application_withdrawn"))).toEqual([
    `application_withdrawn to ${officer}`,
  ]);
  await submitApplication(ghentsApplication(), null);
  expect(await prisma.application.count({ where: { state: "unconfirmed" } })).toBe(1);
});

test("an unknown or expired link does nothing", async () => {
  await submitApplication(ghentsApplication(), null);
  const token = await tokenMailedTo(officer);
  await prisma.applicationLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });

  for (const link of [token, "", "unknown"]) {
    expect(await confirmApplication(link)).toEqual({ ok: false, reason: "unknown" });
    expect(await withdrawApplication(link)).toEqual({ ok: false, reason: "unknown" });
  }
  expect(await prisma.application.count({ where: { state: "unconfirmed" } })).toBe(1);
});

test("when the mail cannot be written, nothing was submitted", async () => {
  const emails = await import("@/lib/applications/mails/emails");
  vi.spyOn(emails, "confirmAddressMail").mockRejectedValueOnce(new Error("no letter"));
  await expect(submitApplication(ghentsApplication(), null)).rejects.toThrow("no letter");
  expect(await prisma.application.count()).toBe(0);
  vi.restoreAllMocks();
});
