import { beforeEach, expect, test } from "vitest";
import { withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { after, before, dayMs, minuteMs, startOfDay } from "@/lib/durations";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { deliverNextMail, retryDelays } from "@/lib/mail/delivery";
import { countMinuteIfReady, countReadyMinute } from "@/lib/operations/ready-minutes";
import { firstDayOf, lastMonths, monthOf } from "@/lib/statistics/months";
import { getServiceStatistics } from "@/lib/statistics/service-statistics";
import { placeIds } from "@/tests/support/database/places";
import { atTheSameMoment } from "@/tests/support/database/same-moment";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const { ghent, antwerp, eindhoven, kyiv, tokyo } = placeIds;
const now = new Date();

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
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
    ready: { since: null, byMonth: [] },
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
    refused: 1,
  });
  expect(mails.byMonth[0]).toMatchObject({ delivered: null, givenUp: null, refused: null });
});

test("an email that is given up after its last try was not refused, and a month is not counted in part", async () => {
  await makeMail(now);
  await prisma.mail.updateMany({ data: { attempts: retryDelays.length } });
  await deliverNextMail(breakDown, now);
  const tomorrow = after(now, dayMs);
  const { mails } = await getServiceStatistics(tomorrow);
  const ofMonth = mails.byMonth.find(({ month }) => month === monthOf(now));
  expect(ofMonth).toMatchObject({ givenUp: 1, refused: 0 });

  await prisma.mailTally.updateMany({ data: { refused: null } });
  const { mails: before } = await getServiceStatistics(tomorrow);
  expect(before.byMonth).toContainEqual({ ...ofMonth, refused: null });
});

test("two processes count a minute once, also at the same moment", async () => {
  const noon = new Date("2026-11-20T12:00:20Z");
  const minutes = async () => (await prisma.readyDay.findMany()).map((row) => row.minutes);
  await Promise.all([countReadyMinute(noon), countReadyMinute(noon)]);
  expect(await minutes()).toEqual([1]);

  const next = after(noon, minuteMs);
  await atTheSameMoment("SELECT day FROM ready_day", [
    () => countReadyMinute(next),
    () => countReadyMinute(after(next, 30_000)),
  ]);
  expect(await minutes()).toEqual([2]);
  // The clock of another process is late.
  await countReadyMinute(noon);
  expect(await minutes()).toEqual([2]);
  await countReadyMinute(new Date("2026-11-21T00:00:00Z"));
  expect(await minutes()).toEqual([2, 1]);
});

test("a minute in which the database lacks a migration is none in which the site was ready", async () => {
  const last = await prisma.$queryRaw`
    UPDATE _prisma_migrations SET finished_at = NULL
    WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)
    RETURNING migration_name`;
  expect(last).toHaveLength(1);
  await countMinuteIfReady(now);
  expect(await prisma.readyDay.count()).toBe(0);

  await prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL`;
  await countMinuteIfReady(now);
  expect(await prisma.readyDay.findMany({ select: { minutes: true } })).toEqual([{ minutes: 1 }]);
});

test("the first day is not whole, and a day without a note is one in which the site was never ready", async () => {
  const lastMinute = now;
  await prisma.readyDay.createMany({
    data: [
      { day: new Date("2026-10-29"), minutes: 7, lastMinute },
      { day: new Date("2026-10-30"), minutes: 1_440, lastMinute },
      // Nothing was noted on the 31st.
      { day: new Date("2026-11-01"), minutes: 1_438, lastMinute },
      { day: new Date("2026-11-02"), minutes: 5, lastMinute },
    ],
  });
  const { ready } = await getServiceStatistics(new Date("2026-11-02T09:00:00Z"));
  expect(ready).toEqual({
    since: new Date("2026-10-30"),
    byMonth: [
      { month: "2026-10", ready: 1_440, counted: 2_880 },
      { month: "2026-11", ready: 1_438, counted: 1_440 },
    ],
  });
});

test("the last run of the nightly deletions is known", async () => {
  const earlier = before(now, dayMs);
  await runDailyJob(earlier);
  await runDailyJob(now);
  expect((await getServiceStatistics(now)).lastRetentionRun).toEqual(now);
});
