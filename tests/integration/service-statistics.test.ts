import { beforeEach, expect, test } from "vitest";
import { withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { before, dayMs, startOfDay } from "@/lib/durations";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { deliverNextMail } from "@/lib/mail/delivery";
import { firstDayOf, lastMonths, monthOf } from "@/lib/statistics/months";
import { getServiceStatistics } from "@/lib/statistics/service-statistics";
import { loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import {
  submitUnconfirmed,
  submitConfirmed,
  hireReviewer,
  openReview,
  statusToken,
  tickAllEvidence,
} from "@/tests/support/review";

const { ghent, antwerp, eindhoven, kyiv, tokyo } = placeIds;
const now = new Date();

let staffId: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  staffId = await hireReviewer();
});

/** An application whose address was confirmed so many weeks ago, as its event says. */
async function submitWeeksAgo(cityId: number, weeks: number): Promise<string> {
  const id = await submitConfirmed({ submissionKey: crypto.randomUUID(), cityId });
  const at = before(new Date(), weeks * 7 * dayMs);
  await prisma.event.create({
    data: { kind: "application_confirmed", actor: "applicant", applicationId: id, cityId, at },
  });
  return id;
}

test("before anything has happened, nothing is made up", async () => {
  const statistics = await getServiceStatistics(now);
  expect(statistics).toMatchObject({
    since: null,
    waiting: { withStaff: 0, withCity: 0, longestWait: null },
    review: { decisions: 0, median: null, ninetieth: null },
    mails: { since: null },
    lastRetentionRun: null,
  });
  expect(statistics.months).toHaveLength(12);
  expect(statistics.months.at(-1)).toBe(monthOf(now));
  const nothing = { added: null, removed: null };
  expect(statistics.endorsements).toEqual(
    statistics.months.map((month) => ({ month, ...nothing })),
  );
});

test("what waits is told apart by whom it waits for, and what is decided waits no more", async () => {
  await submitUnconfirmed({ submissionKey: crypto.randomUUID(), cityId: tokyo });
  await submitWeeksAgo(ghent, 0);
  const asked = await openReview(await submitWeeksAgo(antwerp, 0), staffId);
  await requestChanges(asked, { message: "When was it?" });
  const declined = await openReview(await submitWeeksAgo(eindhoven, 0), staffId);
  await declineApplication(declined, { reason: "other", message: "No." });
  await withdrawApplication(await statusToken(await submitWeeksAgo(kyiv, 0)));
  const { waiting } = await getServiceStatistics(now);
  expect(waiting).toEqual({ withStaff: 1, withCity: 1, longestWait: 0 });
});

test("the days to a decision are working days, and decisions are counted by outcome and reason", async () => {
  for (const [cityId, weeks] of [
    [ghent, 1],
    [antwerp, 2],
  ] as const) {
    const review = await openReview(await submitWeeksAgo(cityId, weeks), staffId);
    await declineApplication(review, { reason: "no_mandate", message: "Not yet." });
  }
  const id = await submitWeeksAgo(eindhoven, 4);
  await tickAllEvidence(await openReview(id, staffId));
  const approval = { name: "Eindhoven", signedOn: new Date("2026-11-20"), message: null };
  expect(await approveApplication(await openReview(id, staffId), approval)).toEqual({ ok: true });

  const { review, outcomes, declineReasons } = await getServiceStatistics(now);
  expect(review).toMatchObject({ decisions: 3, median: 10, ninetieth: 20 });
  expect(review.byMonth.at(-1)).toMatchObject({ decisions: 3, median: 10, ninetieth: 20 });
  expect(review.byMonth.at(0)).toMatchObject({ decisions: 0, median: null, ninetieth: null });
  expect(outcomes).toContainEqual({ name: "approved", recent: 1, all: 1 });
  expect(outcomes).toContainEqual({ name: "declined", recent: 2, all: 2 });
  expect(declineReasons).toContainEqual({ name: "no_mandate", recent: 2, all: 2 });
  expect(declineReasons).toContainEqual({ name: "other", recent: 0, all: 0 });
});

test("after twelve months a decision is no longer recent, and the time for an answer never counts", async () => {
  const id = await submitWeeksAgo(ghent, 1);
  await requestChanges(await openReview(id, staffId), { message: "When was it?" });
  await declineApplication(await openReview(id, staffId), { reason: "other", message: "No." });
  const later = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), 15));
  const { review, outcomes } = await getServiceStatistics(later);
  expect(review.decisions).toBe(0);
  expect(outcomes).toContainEqual({ name: "declined", recent: 0, all: 1 });
});

test("endorsements are added up by month, without today, and without small numbers", async () => {
  const [month = ""] = lastMonths(now).slice(-3);
  const day = firstDayOf(month);
  const city = { slug: "ghent", name: "Ghent" };
  await prisma.city.create({ data: { id: ghent, ...city } });
  await prisma.city.create({ data: { id: antwerp, slug: "antwerp", name: "Antwerp" } });
  await prisma.endorsementTally.createMany({
    data: [
      { cityId: ghent, kind: "asks", day, added: 7, removed: 4 },
      { cityId: antwerp, kind: "thanks", day, added: 8, removed: 5 },
      { cityId: ghent, kind: "asks", day: startOfDay(now), added: 5_000 },
    ],
  });
  const { endorsements } = await getServiceStatistics(now);
  expect(endorsements.find((each) => each.month === month)).toEqual({
    month,
    added: 15,
    removed: null,
  });
  expect(JSON.stringify(endorsements)).not.toContain("5000");
});

function makeMail(dueAt: Date) {
  const letter = { locale: "en", subject: "Ghent", text: "Hello", html: "<p>Hello" };
  const recipient = "digital@ghent.example";
  return prisma.mail.create({
    data: { kind: "application_received", recipient, ...letter, dueAt },
  });
}

const refuse = () =>
  Promise.reject(Object.assign(new Error(), { command: "RCPT TO", responseCode: 550 }));
const breakDown = () => Promise.reject(Object.assign(new Error(), { code: "ECONNREFUSED" }));

test("emails are counted as the server takes them or refuses them for good, and outlive their rows", async () => {
  const yesterday = before(now, dayMs);
  for (let mail = 0; mail < 3; mail += 1) await makeMail(yesterday);
  await deliverNextMail(() => Promise.resolve(), yesterday);
  await deliverNextMail(refuse, yesterday);
  await deliverNextMail(breakDown, yesterday);
  await prisma.mail.deleteMany();

  const { mails } = await getServiceStatistics(now);
  expect(mails.since).toEqual(startOfDay(yesterday));
  expect(mails.byMonth.find(({ month }) => month === monthOf(yesterday))).toMatchObject({
    delivered: 1,
    givenUp: 1,
  });
  expect(mails.byMonth[0]).toMatchObject({ delivered: null, givenUp: null });
});

test("the last run of the nightly deletions is known", async () => {
  const earlier = before(now, dayMs);
  await runDailyJob(earlier);
  await runDailyJob(now);
  expect((await getServiceStatistics(now)).lastRetentionRun).toEqual(now);
});
