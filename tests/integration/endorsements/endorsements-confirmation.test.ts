import { beforeEach, describe, expect, test } from "vitest";
import { isSignatory } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { block } from "@/lib/endorsements/abuse/block-commands";
import { continueBulkReviews } from "@/lib/endorsements/review/bulk-review-job";
import { runBulkReview } from "@/lib/endorsements/review/bulk-review";
import { listBlocks } from "@/lib/endorsements/review/staff-queries";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { endorseAndConfirm, storeConfirmedEndorsements } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { sortedReasons, successOf } from "@/tests/support/result";
import { hireReviewer, resetWithSignatories } from "@/tests/support/applications/review";
import { atTheSameMoment } from "@/tests/support/database/same-moment";

// What is hard to undo is not done before somebody has said yes to what follows from it.

const { ghent, amsterdam } = placeIds;
const isPostgres = process.env.TEST_DATABASE === "postgres";

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  reviewer = await resetWithSignatories();
  colleague = await hireReviewer("colleague@example.org");
});

const notConfirmed = (count: number) => ({ ok: false, reason: "notConfirmed", count });
const eventKinds = async () =>
  (await prisma.event.findMany({ where: { actor: "staff" }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

describe("a city that has left", () => {
  const leave = (confirmed?: number, { seenSteps = 0, staffId = reviewer } = {}) =>
    recordStep({ cityId: amsterdam, kind: "left", note: null, staffId, seenSteps, confirmed });
  const thank = (email: string) => endorseAndConfirm({ cityId: amsterdam, email, wantsNews: true });

  test("stays on the list until its author has said yes to the number of residents who get an email", async () => {
    for (const name of ["one", "two"]) await thank(`${name}@amsterdam.example`);
    await endorseAndConfirm({ cityId: amsterdam, email: "quiet@amsterdam.example" });
    expect(await leave()).toEqual(notConfirmed(2));
    expect([
      await isSignatory(amsterdam),
      await prisma.cityStep.count(),
      await eventKinds(),
    ]).toEqual([true, 0, []]);

    expect(await leave(2)).toEqual({ ok: true });
    expect([await isSignatory(amsterdam), await eventKinds()]).toEqual([
      false,
      ["signatory_removed", "city_left"],
    ]);
  });

  test("is asked about afresh when many more residents would get an email by now", async () => {
    for (let number = 1; number <= 6; number++) await thank(`resident@canal-${number}.example`);
    expect(await leave(0)).toEqual(notConfirmed(6));
    expect(await isSignatory(amsterdam)).toBe(true);
  });

  test("stays when a colleague has recorded a step since it was shown", async () => {
    await recordStep({
      cityId: amsterdam,
      kind: "on_hold",
      note: null,
      staffId: colleague,
      seenSteps: 0,
    });
    expect([await leave(0), await isSignatory(amsterdam)]).toEqual([
      { ok: false, reason: "changedMeanwhile" },
      true,
    ]);
  });

  test.skipIf(!isPostgres)(
    "leaves once when two say yes at the same moment, or one presses twice",
    async () => {
      const both = [reviewer, colleague].map((staffId) => () => leave(0, { staffId }));
      const outcomes = await atTheSameMoment(`SELECT id FROM city WHERE id = ${amsterdam}`, both);
      expect(sortedReasons(outcomes)).toEqual(["changedMeanwhile", "done"]);
      expect(await prisma.cityStep.count()).toBe(1);
    },
  );
});

describe("a mail domain", () => {
  const isBlockedAlready = { ok: false, reason: "alreadyBlocked" };
  const gmail = { kind: "mail_domain", value: "gmail.com" } as const;

  test("of a large provider is blocked once its author has said yes to what came from there", async () => {
    await storeConfirmedEndorsements(4, "gmail.com");
    await endorseAndConfirm({ email: "one@elsewhere.example" });
    await prisma.endorsement.updateMany({
      where: { email: { startsWith: "resident0@" } },
      data: { confirmedAt: new Date(Date.now() - 31 * 24 * 3_600_000) },
    });
    expect(await block(gmail, reviewer)).toEqual(notConfirmed(3));
    expect(await block(gmail, reviewer, 90)).toEqual(notConfirmed(3));
    expect([await listBlocks(), await eventKinds()]).toEqual([[], []]);

    expect([
      await block(gmail, reviewer, 3),
      await block(gmail, colleague, 3),
      await block(gmail, colleague),
    ]).toEqual([{ ok: true }, isBlockedAlready, isBlockedAlready]);
    expect(await listBlocks()).toMatchObject([
      { value: "gmail.com", staff: { email: "reviewer@example.org" } },
    ]);
    expect(await eventKinds()).toEqual(["block_added"]);
  });

  test("that is no large provider's is blocked at once, and so is a network", async () => {
    expect(await block({ kind: "mail_domain", value: "spam.example" }, reviewer)).toEqual({
      ok: true,
    });
    expect(await block({ kind: "network", value: "192.0.2.0/24" }, reviewer)).toEqual({ ok: true });
  });
});

describe("fifty endorsements or more", () => {
  const until = new Date(Date.now() + 60_000);
  const invalidate = (confirmed?: number, staffId = reviewer) =>
    runBulkReview({
      action: "invalidate",
      filter: { state: "confirmed", city: ghent },
      until,
      staffId,
      confirmed,
    });
  /** A busy machine leaves some to the background worker. */
  const totalOf = async (run: ReturnType<typeof runBulkReview>) => {
    const { count, left } = successOf(await run);
    while ((await prisma.bulkReview.count({ where: { finishedAt: null } })) > 0)
      await continueBulkReviews(new Date(Date.now() + 10_000));
    return count + left;
  };
  const counting = () => prisma.endorsement.count({ where: { state: "confirmed" } });

  test("are invalidated once their author has said yes to how many they are", async () => {
    await storeConfirmedEndorsements(50);
    expect(await invalidate()).toEqual(notConfirmed(50));
    expect(await invalidate(1)).toEqual(notConfirmed(50));
    expect([
      await counting(),
      await prisma.bulkReview.count(),
      await prisma.bulkReviewEntry.count(),
      await eventKinds(),
    ]).toEqual([50, 0, 0, []]);
    expect(await totalOf(invalidate(50))).toBe(50);
  });

  test("are asked about afresh when a colleague has invalidated many since they were shown", async () => {
    await storeConfirmedEndorsements(60);
    await prisma.endorsement.deleteMany({ where: { email: { startsWith: "resident1" } } });
    expect(await invalidate(60)).toEqual(notConfirmed(49));
    expect(await counting()).toBe(49);
  });

  test("are invalidated by one press of the last button, and pressed twice it finds nothing left", async () => {
    await storeConfirmedEndorsements(55);
    expect(await totalOf(invalidate(55))).toBe(55);
    expect(await invalidate(55)).toEqual(notConfirmed(0));
  });

  test("are released at once: that is undone in full", async () => {
    await storeConfirmedEndorsements(60);
    await prisma.endorsement.updateMany({ data: { state: "held" } });
    const release = runBulkReview({
      action: "release",
      filter: { state: "held", city: ghent },
      until,
      staffId: reviewer,
    });
    expect(await totalOf(release)).toBe(60);
  });

  test("fewer are invalidated by one press", async () => {
    await storeConfirmedEndorsements(49);
    expect(await totalOf(invalidate())).toBe(49);
  });
});
