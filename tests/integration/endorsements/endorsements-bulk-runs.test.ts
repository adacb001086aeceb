import { beforeEach, expect, test } from "vitest";
import {
  continueBulkReview,
  maxPerRequest,
  runBulkReview,
  stopBulkReview,
  undoBulkReview,
} from "@/lib/endorsements/review/bulk-review";
import { continueBulkReviews } from "@/lib/endorsements/review/bulk-review-job";
import { countEndorsements } from "@/lib/endorsements/queries";
import type { ReviewFilter } from "@/lib/endorsements/review/review-filter";
import { listBulkReviews } from "@/lib/endorsements/review/staff-queries";
import { prisma } from "@/lib/db";
import type { BulkReviewAction } from "@/prisma/generated/enums";
import { endorseAndConfirm, storeConfirmedEndorsements } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import { hireReviewer, resetWithReviewer } from "@/tests/support/applications/review";
import { eventKindsOf } from "@/lib/events";

/** The worker leaves a review alone while the press of its button may still go on. */
const later = () => new Date(Date.now() + 10_000);

const { ghent } = placeIds;
const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  colleague = await hireReviewer("colleague@example.org");
});

const asksOf = async (cityId: number) => (await countEndorsements(cityId)).asks;
const run = async (
  action: BulkReviewAction,
  filter: ReviewFilter,
  staffId = reviewer,
  until = new Date(),
) => successOf(await runBulkReview({ action, filter, until, staffId }));
const invalidateConfirmed = async (confirmed: number) =>
  successOf(
    await runBulkReview({
      action: "invalidate",
      filter: { state: "confirmed", city: ghent },
      until: new Date(),
      staffId: reviewer,
      confirmed,
    }),
  );
const reviews = async () =>
  (await listBulkReviews(new Date())).map(({ count, left, isUndoable }) => ({
    count,
    left,
    isUndoable,
  }));

/**
 * Lets the database refuse to delete a row, as if the process died there, until it is called again.
 */
async function breakAt(
  table: "endorsement" | "suppression",
  id: string,
): Promise<() => Promise<unknown>> {
  await prisma.$executeRawUnsafe(
    `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The process died here.'; END $$`,
  );
  await prisma.$executeRawUnsafe(
    `CREATE TRIGGER fails BEFORE DELETE ON ${table} FOR EACH ROW WHEN (old.id = '${id}') EXECUTE FUNCTION fail()`,
  );
  return () => prisma.$executeRawUnsafe("DROP FUNCTION fail CASCADE");
}

test("a run that dies goes on where it ended, and so does undoing it: nothing counts twice", async () => {
  for (const name of ["one", "two", "three", "four"])
    await endorseAndConfirm({ email: `${name}@bulk.example` });
  const third = await prisma.endorsement.findFirstOrThrow({
    orderBy: { id: "asc" },
    skip: 2,
    select: { id: true },
  });
  const mendRun = await breakAt("endorsement", third.id);
  await expect(run("invalidate", { state: "confirmed", city: ghent })).rejects.toThrow(
    "The process died here.",
  );
  expect([await asksOf(ghent), await reviews()]).toEqual([
    2,
    [{ count: 2, left: 2, isUndoable: true }],
  ]);
  await mendRun();

  const { id } = await prisma.bulkReview.findFirstOrThrow({ select: { id: true } });
  expect(await continueBulkReview(id, colleague)).toEqual({ ok: true, count: 2, left: 0 });
  expect(await continueBulkReview(id, reviewer)).toEqual({ ok: true, count: 0, left: 0 });
  expect([await asksOf(ghent), await reviews()]).toEqual([
    0,
    [{ count: 4, left: 0, isUndoable: true }],
  ]);

  const last = await prisma.suppression.findFirstOrThrow({
    orderBy: { id: "desc" },
    select: { id: true },
  });
  const mendUndo = await breakAt("suppression", last.id);
  await expect(undoBulkReview(id, reviewer)).rejects.toThrow("The process died here.");
  expect([await asksOf(ghent), await reviews()]).toEqual([
    3,
    [{ count: 4, left: 1, isUndoable: false }],
  ]);
  await mendUndo();

  expect(await undoBulkReview(id, colleague, hoursLater(25))).toEqual({
    ok: true,
    count: 1,
    left: 0,
  });
  expect(await undoBulkReview(id, colleague)).toEqual({ ok: false, reason: "tooLate" });
  expect([
    await asksOf(ghent),
    await prisma.endorsement.count(),
    await prisma.suppression.count(),
  ]).toEqual([4, 4, 0]);
});

test("undoing a run that died leaves alone what it had not come to", async () => {
  for (const name of ["one", "two", "three"])
    await endorseAndConfirm({ email: `${name}@bulk.example` });
  const second = await prisma.endorsement.findFirstOrThrow({
    orderBy: { id: "asc" },
    skip: 1,
    select: { id: true },
  });
  const mend = await breakAt("endorsement", second.id);
  await expect(run("invalidate", { state: "confirmed", city: ghent })).rejects.toThrow();
  await mend();
  const { id } = await prisma.bulkReview.findFirstOrThrow({ select: { id: true } });
  expect(await undoBulkReview(id, reviewer)).toEqual({ ok: true, count: 1, left: 0 });
  expect(await continueBulkReview(id, reviewer)).toEqual({ ok: true, count: 0, left: 0 });
  expect([
    await asksOf(ghent),
    await prisma.endorsement.count({ where: { email: { not: null } } }),
  ]).toEqual([3, 2]);
});

test("one press is enough for many: two processes go on in the background, and each endorsement is taken off once", async () => {
  await storeConfirmedEndorsements(maxPerRequest + 60);
  const { id, count, left } = await invalidateConfirmed(maxPerRequest + 60);
  expect([count + left, left]).toEqual([maxPerRequest + 60, await prisma.endorsement.count()]);
  await Promise.all([continueBulkReviews(later()), continueBulkReviews(later())]);
  // Each turn lasts some seconds at most, however slow the machine is.
  while ((await prisma.bulkReview.count({ where: { finishedAt: null } })) > 0)
    await continueBulkReviews(later());
  expect(await prisma.bulkReview.findUniqueOrThrow({ where: { id } })).toMatchObject({
    count: maxPerRequest + 60,
    remaining: 0,
    finishedAt: expect.any(Date) as Date,
  });
  expect([await asksOf(ghent), await prisma.endorsement.count()]).toEqual([0, 0]);
  expect(
    await prisma.event.count({ where: { kind: "endorsement_invalidated", staffId: reviewer } }),
  ).toBe(maxPerRequest + 60);
});

test("a run is stopped by a colleague, stays so, and goes on when somebody lets it", async () => {
  await storeConfirmedEndorsements(maxPerRequest + 5);
  const { id } = await invalidateConfirmed(maxPerRequest + 5);
  const { remaining: left } = await prisma.bulkReview.findUniqueOrThrow({ where: { id } });
  expect([await stopBulkReview(id, colleague), await stopBulkReview(id, reviewer)]).toEqual([
    { ok: true },
    { ok: false, reason: "notUnderWay" },
  ]);
  await continueBulkReviews(later());
  expect((await listBulkReviews(new Date()))[0]).toMatchObject({
    left,
    finishedAt: null,
    stoppedBy: { email: "colleague@example.org" },
  });

  await continueBulkReview(id, reviewer);
  while ((await prisma.bulkReview.count({ where: { finishedAt: null } })) > 0)
    await continueBulkReviews(later());
  expect([await asksOf(ghent), await stopBulkReview(id, reviewer)]).toEqual([
    0,
    { ok: false, reason: "notUnderWay" },
  ]);
  const kinds = (
    await prisma.event.findMany({
      where: { kind: { in: ["endorsements_reviewed", ...eventKindsOf("endorsements_review")] } },
      orderBy: { id: "asc" },
    })
  ).map(({ kind }) => kind);
  expect(kinds).toEqual([
    "endorsements_reviewed",
    "endorsements_review_stopped",
    "endorsements_review_resumed",
  ]);
});
