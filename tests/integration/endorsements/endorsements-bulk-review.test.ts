import { beforeEach, expect, test } from "vitest";
import {
  forgetBulkReviews,
  runBulkReview,
  undoBulkReview,
} from "@/lib/endorsements/review/bulk-review";
import { sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import {
  countEndorsements,
  countHeldEndorsements,
  listDailyCounts,
} from "@/lib/endorsements/queries";
import { previewReview } from "@/lib/endorsements/review/review-choice";
import type { ReviewFilter } from "@/lib/endorsements/review/review-filter";
import { listBulkReviews } from "@/lib/endorsements/review/staff-queries";
import { prisma } from "@/lib/db";
import type { BulkReviewAction } from "@/prisma/generated/enums";
import { endorse, endorseAndConfirm, readMail } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import { hireReviewer, resetWithReviewer } from "@/tests/support/applications/review";

const { ghent, antwerp } = placeIds;
const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  colleague = await hireReviewer("colleague@example.org");
});

const asksOf = async (cityId: number) => (await countEndorsements(cityId)).asks;
const holdEndorsement = (email: string, cityId: number = ghent) =>
  endorseAndConfirm({ email, cityId }, { suspicions: ["too_fast"] });
const run = async (
  action: BulkReviewAction,
  filter: ReviewFilter,
  staffId = reviewer,
  until = new Date(),
) => successOf(await runBulkReview({ action, filter, until, staffId }));

test("what fits is released, counts, and waits again when it is undone", async () => {
  await holdEndorsement("one@bulk.example");
  await holdEndorsement("two@Bulk.Example");
  await holdEndorsement("three@town.example");
  const filter = { state: "held", domain: "bulk.example" } as const;
  expect(await previewReview(filter, 1)).toMatchObject({
    count: 2,
    first: [{ email: "one@bulk.example" }],
    domains: [{ value: "bulk.example", count: 2 }],
  });

  const { id, count } = await run("release", filter);
  expect([count, await asksOf(ghent), await countHeldEndorsements()]).toEqual([2, 2, 1]);
  expect(await undoBulkReview(id, colleague)).toEqual({ ok: true, count: 2, left: 0 });
  expect(await undoBulkReview(id, reviewer)).toEqual({ ok: false, reason: "tooLate" });
  expect([await asksOf(ghent), await countHeldEndorsements()]).toEqual([0, 3]);
  expect((await listBulkReviews(new Date()))[0]).toMatchObject({
    count: 2,
    filter,
    isUndoable: false,
    undoneBy: { email: "colleague@example.org" },
  });
});

test("what fits is invalidated, and comes back without address and name when it is undone", async () => {
  await holdEndorsement("one@bulk.example");
  const { id, count } = await run("invalidate", { state: "held", city: ghent, reason: "too_fast" });
  expect([count, await prisma.endorsement.count(), await prisma.suppression.count()]).toEqual([
    1, 0, 1,
  ]);
  expect(await undoBulkReview(id, reviewer)).toEqual({ ok: true, count: 1, left: 0 });
  expect(await prisma.endorsement.findMany({ select: { state: true, email: true } })).toEqual([
    { state: "held", email: null },
  ]);
});

test("those of one mail domain that count are taken off the number of their city, and given back when that is undone", async () => {
  for (const name of ["one", "two", "three"])
    await endorseAndConfirm({ email: `${name}@bulk.example` });
  await endorseAndConfirm({ email: "resident@town.example" });
  await endorseAndConfirm({ email: "four@bulk.example", cityId: antwerp });
  await holdEndorsement("five@bulk.example");

  const { id, count } = await run("invalidate", {
    state: "confirmed",
    city: ghent,
    domain: "bulk.example",
  });
  expect([
    count,
    await asksOf(ghent),
    await asksOf(antwerp),
    await countHeldEndorsements(),
  ]).toEqual([3, 1, 1, 1]);
  expect(await listDailyCounts(ghent)).toMatchObject([{ added: 4, removed: 3 }]);
  expect(await prisma.mail.count({ where: { recipient: { startsWith: "one@" } } })).toBe(0);
  expect(
    await prisma.event.count({
      where: { kind: "endorsement_invalidated", staffId: reviewer, cityId: ghent },
    }),
  ).toBe(3);
  expect(await prisma.event.findFirst({ where: { kind: "endorsements_reviewed" } })).toMatchObject({
    staffId: reviewer,
    detail: { action: "invalidate", state: "confirmed", count: 3 },
  });

  expect(await undoBulkReview(id, colleague)).toEqual({ ok: true, count: 3, left: 0 });
  expect([await asksOf(ghent), await prisma.suppression.count()]).toEqual([4, 0]);
  expect(
    await prisma.event.count({ where: { kind: "endorsement_restored", staffId: colleague } }),
  ).toBe(3);
});

test("those of one network are found by its mark, in the span of time in which they came", async () => {
  const network = "192.0.2.0/24";
  for (const name of ["one", "two"])
    await endorseAndConfirm({ email: `${name}@${name}.example` }, { network });
  await endorseAndConfirm({ email: "resident@town.example" }, { network: "198.51.100.0/24" });
  const { networks } = await previewReview({ state: "confirmed", city: ghent }, 1);
  expect(networks).toEqual([{ value: expect.stringMatching(/^[0-9a-f]{4}$/) as string, count: 2 }]);

  const filter = { state: "confirmed", network: networks[0]?.value } as const;
  const minute = (date: Date) => date.toISOString().slice(0, 16);
  const fitting = async (span: Partial<ReviewFilter>) =>
    (await previewReview({ ...filter, ...span }, 1)).count;
  expect(await fitting({ from: minute(hoursLater(-1)), to: minute(hoursLater(1)) })).toBe(2);
  expect([
    await fitting({ from: minute(hoursLater(1)) }),
    await fitting({ to: minute(hoursLater(-1)) }),
  ]).toEqual([0, 0]);
  expect((await run("invalidate", filter)).count).toBe(2);
  expect(await asksOf(ghent)).toBe(1);
});

test("a milestone that was told is not told again when an invalidation is undone", async () => {
  for (let number = 1; number <= 10; number++)
    await endorseAndConfirm({ email: `resident@street-${number}.example`, wantsNews: true });
  const tell = async () => [await recordMilestones(new Date()), await sendBulletins(new Date())][1];
  expect(await tell()).toBe(10);
  const { id } = await run("invalidate", { state: "confirmed", city: ghent });
  expect([await asksOf(ghent), await tell()]).toEqual([0, 0]);
  await undoBulkReview(id, reviewer);
  expect([await asksOf(ghent), await tell(), await prisma.milestone.count()]).toEqual([10, 0, 1]);
});

test("the public pages are made anew by the first of them, and not by each", async () => {
  for (const name of ["one", "two", "three", "four"])
    await endorseAndConfirm({ email: `${name}@bulk.example` });
  await prisma.countPublication.updateMany({ data: { raisedAt: hoursLater(-1) } });
  const version = async () => Number((await prisma.siteVersion.findFirst())?.version ?? 0);
  const before = await version();
  await run("invalidate", { state: "confirmed", domain: "bulk.example" });
  expect((await version()) - before).toBe(1);
});

test("nothing is decided on that came after the reviewer looked", async () => {
  const looked = new Date();
  await holdEndorsement("late@bulk.example");
  await prisma.endorsement.updateMany({
    data: { confirmedAt: new Date(looked.getTime() + 1_000) },
  });
  expect((await run("release", { state: "held" }, reviewer, looked)).count).toBe(0);
});

test("two reviewers decide on the same at once: each is decided on once", async () => {
  for (const name of ["one", "two", "three", "four"]) await holdEndorsement(`${name}@bulk.example`);
  const [released, invalidated] = await Promise.all([
    run("release", { state: "held" }),
    run("invalidate", { state: "held" }, colleague),
  ]);
  expect(released.count + invalidated.count).toBe(4);
  expect([
    await asksOf(ghent),
    await prisma.suppression.count(),
    await countHeldEndorsements(),
  ]).toEqual([released.count, invalidated.count, 0]);
});

test("who was invalidated and has asked again meanwhile is one endorsement when that is undone", async () => {
  await endorseAndConfirm({ email: "one@bulk.example" });
  const { id } = await run("invalidate", { state: "confirmed", city: ghent });
  await endorse({ email: "one@bulk.example" });
  expect(await confirmByLink((await readMail("one@bulk.example")).token)).toEqual({
    ok: true,
    confirmation: "held",
  });
  expect(await undoBulkReview(id, reviewer)).toEqual({ ok: true, count: 0, left: 0 });
  expect([
    await prisma.endorsement.count(),
    await countHeldEndorsements(),
    await asksOf(ghent),
  ]).toEqual([1, 1, 0]);
});

test("after a day nothing can be undone, and what it was about is forgotten", async () => {
  await holdEndorsement("one@bulk.example");
  const { id } = await run("release", { state: "held" });
  expect(await forgetBulkReviews(hoursLater(23))).toBe(0);
  expect(await undoBulkReview(id, reviewer, hoursLater(25))).toEqual({
    ok: false,
    reason: "tooLate",
  });
  expect(await forgetBulkReviews(hoursLater(25))).toBe(1);
});
