import { beforeEach, expect, test } from "vitest";
import { correctApplication } from "@/lib/applications/commands";
import { tellDelays } from "@/lib/applications/review/delay-commands";
import { declineApplication, requestChanges } from "@/lib/applications/review/review-commands";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { changeSettings } from "@/lib/settings/commands";
import { defaultSettings } from "@/lib/settings/schema";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import {
  submitConfirmed,
  openReview,
  statusToken,
  resetWithReviewer,
} from "@/tests/support/applications/review";

// The application was confirmed on a Monday.
const monday = new Date("2026-11-02T09:00:00Z");
const dayBefore = new Date("2026-11-13T23:59:00Z");
const tenWorkingDaysLater = new Date("2026-11-16T00:01:00Z");

let reviewer: string;
let ghent: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed();
  await prisma.application.update({ where: { id: ghent }, data: { confirmedAt: monday } });
});

const delayMails = () =>
  prisma.mail.findMany({ where: { applicationId: ghent, kind: "application_delayed" } });

test("an applicant is told once when ten working days have passed, and not sooner", async () => {
  expect(await tellDelays(dayBefore)).toBe(0);
  expect(await tellDelays(tenWorkingDaysLater)).toBe(1);
  expect(await tellDelays(new Date("2027-01-04"))).toBe(0);
  const [mail, ...others] = await delayMails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    recipient: answersOfGhent.contactEmail,
    subject: "The application of Ghent is still in progress",
  });
  expect(mail!.text).toContain("within 10 working days");
  const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
  expect(mail!.text).toContain(reference);
  expect(
    await prisma.event.findMany({
      where: { kind: "application_delay_told" },
      select: { actor: true, applicationId: true, cityId: true, detail: true },
    }),
  ).toEqual([
    { actor: "system", applicationId: ghent, cityId: Number(answersOfGhent.cityId), detail: {} },
  ]);
});

test("holidays and the days of the settings count", async () => {
  const settings = {
    ...defaultSettings,
    redAfterWorkingDays: 12,
    holidays: ["2026-11-11"],
  };
  await changeSettings({ settings, version: 0, staffId: reviewer });
  expect(await tellDelays(new Date("2026-11-18T12:00:00Z"))).toBe(0);
  expect(await tellDelays(new Date("2026-11-19T12:00:00Z"))).toBe(1);
  expect((await delayMails())[0]!.text).toContain("within 12 working days");
});

test("nobody is told while the applicant is asked, or after a decision", async () => {
  await requestChanges(await openReview(ghent, reviewer), { message: "Which body?" });
  expect(await tellDelays(tenWorkingDaysLater)).toBe(0);
  await declineApplication(await openReview(ghent, reviewer), { reason: "other", message: "No." });
  expect(await tellDelays(tenWorkingDaysLater)).toBe(0);
});

test("after an answer the days count anew, and whoever was told can be told once more", async () => {
  await tellDelays(tenWorkingDaysLater);
  const { version, applicationId } = await openReview(ghent, reviewer);
  await requestChanges({ applicationId, version, staffId: reviewer }, { message: "Which body?" });
  await correctApplication(
    await statusToken(ghent),
    version + 1,
    correctionSchema.parse(nest({ ...answersOfGhent, mandateBody: "Council" })),
  );
  const answered = await prisma.event.findFirstOrThrow({
    where: { applicationId: ghent, kind: "application_answered" },
  });
  const daysLater = (days: number) => new Date(answered.at.getTime() + days * 86_400_000);
  expect(await tellDelays(daysLater(9))).toBe(0);
  expect(await tellDelays(daysLater(15))).toBe(1);
  expect(await tellDelays(daysLater(30))).toBe(0);
  expect(await delayMails()).toHaveLength(2);
});

test("two processes tell an applicant once", async () => {
  const told = await Promise.all([
    tellDelays(tenWorkingDaysLater),
    tellDelays(tenWorkingDaysLater),
  ]);
  expect(told.sort()).toEqual([0, 1]);
  expect(await delayMails()).toHaveLength(1);
});

test("there is nobody to tell where the contact is erased", async () => {
  await prisma.application.update({
    where: { id: ghent },
    data: { contactEmail: null, contactName: null },
  });
  await tellDelays(tenWorkingDaysLater);
  expect(await delayMails()).toEqual([]);
});
