import { beforeEach, describe, expect, test } from "vitest";
import {
  continueBulkReview,
  runBulkReview,
  undoBulkReview,
  type Progress,
} from "@/lib/endorsements/review/bulk-review";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { countEndorsements } from "@/lib/endorsements/queries";
import { publishCounts } from "@/lib/endorsements/counts/record-count";
import { prisma, type Transaction } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { changedMeanwhile } from "@/tests/support/database/meanwhile";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";
import { hireReviewer } from "@/tests/support/applications/review";

const isPostgres = process.env.TEST_DATABASE === "postgres";
if (!isPostgres)
  console.warn(
    "Skipped: races between residents. The embedded database is one connection, so nothing races there; they run on a real PostgreSQL.",
  );

const residents = Array.from({ length: 50 }, (_, index) => `resident@town${index + 1}.example`);
const { email } = residentOfGhent;

const asksOfGhent = async () => (await countEndorsements(placeIds.ghent)).asks;
const version = async () => Number((await prisma.siteVersion.findFirst())?.version ?? 0);
const times = <Result>(count: number, work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, work));

beforeEach(async () => {
  if (!isPostgres) return;
  await resetDatabase();
  await loadSamplePlaces();
});

describe.skipIf(!isPostgres)("residents at the same moment", () => {
  test("fifty who confirm are fifty, and the pages are made anew a few times only", async () => {
    for (const resident of residents) await endorse({ email: resident });
    const tokens = await Promise.all(
      residents.map(async (resident) => (await readMail(resident)).token),
    );
    const before = await version();

    expect(await Promise.all(tokens.map((token) => confirmByLink(token)))).toEqual(
      residents.map(() => ({ ok: true, confirmation: "counted" })),
    );
    expect(await asksOfGhent()).toBe(50);
    expect(await prisma.event.count({ where: { kind: "endorsement_confirmed" } })).toBe(50);
    expect((await version()) - before).toBeLessThanOrEqual(2);

    await publishCounts(new Date(Date.now() + 5_000));
    expect(await prisma.endorsementTally.count({ where: { isPublished: false } })).toBe(0);
  });

  test("half of them withdraw while the others confirm", async () => {
    for (const resident of residents) await endorse({ email: resident });
    const tokens = await Promise.all(
      residents.map(async (resident) => (await readMail(resident)).token),
    );
    const [leaving, coming] = [tokens.slice(0, 25), tokens.slice(25)];
    await Promise.all(leaving.map((token) => confirmByLink(token)));
    await Promise.all([
      ...leaving.map((token) => endEndorsement(token, "withdrawn")),
      ...coming.map((token) => confirmByLink(token)),
    ]);
    expect(await asksOfGhent()).toBe(25);
    expect(await prisma.endorsement.count({ where: { state: "confirmed" } })).toBe(25);
  });

  test("one who confirms five mails at once is one", async () => {
    const tokens: string[] = [];
    for (let mail = 1; mail <= 5; mail++) {
      await endorse();
      tokens.push((await readMail(email)).token);
    }
    const outcomes = await Promise.all(tokens.map((token) => confirmByLink(token)));
    const confirmations = outcomes.map((outcome) => successOf(outcome).confirmation).sort();
    expect(confirmations).toEqual([...Array<string>(4).fill("alreadyCounts"), "counted"]);
    expect([await asksOfGhent(), await prisma.endorsement.count()]).toEqual([1, 1]);
  });

  test("one who presses the button ten times at once is one, and withdraws once", async () => {
    await endorse();
    const { token } = await readMail(email);
    expect(await times(10, () => confirmByLink(token))).toEqual(
      Array(10).fill({ ok: true, confirmation: "counted" }),
    );
    expect(await asksOfGhent()).toBe(1);
    await times(10, () => endEndorsement(token, "withdrawn"));
    expect([await asksOfGhent(), await prisma.suppression.count()]).toEqual([0, 1]);
  });

  test("a form that is sent ten times at once is one endorsement with one mail", async () => {
    const keys = await times(10, () => endorse({}, { formKey: "one form" }));
    expect(new Set(keys).size).toBe(1);
    expect([await prisma.endorsement.count(), await prisma.mail.count()]).toEqual([1, 1]);
  });

  test("codes that are tried at once are no more tries than one after the other", async () => {
    const statusKey = await endorse();
    const { code } = await readMail(email);
    const wrong = code === "000000" ? "000001" : "000000";
    const outcomes = await times(30, () => confirmByCode(statusKey, wrong, null));
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "wrong")).toHaveLength(5);
    expect(await confirmByCode(statusKey, code, null)).toEqual({
      ok: false,
      reason: "tooManyTries",
    });
  });
});

describe.skipIf(!isPostgres)("who ends a request and asks again within the same moment", () => {
  const end = (tx: Transaction) => tx.endorsement.deleteMany({ where: { state: "confirmed" } });

  test("asks anew", async () => {
    await endorseAndConfirm();
    await changedMeanwhile(end, () => endorse());
    const { kind, token } = await readMail(email);
    expect(kind).toBe("endorsement_confirm");
    expect(successOf(await confirmByLink(token)).confirmation).toBe("counted");
  });

  test("is not led by a code to what has ended", async () => {
    await endorseAndConfirm();
    const statusKey = await endorse();
    const { code } = await readMail(email);
    expect(await changedMeanwhile(end, () => confirmByCode(statusKey, code, null))).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

describe.skipIf(!isPostgres)("reviewers at the same moment", () => {
  const filter = { state: "confirmed", city: placeIds.ghent } as const;
  const invalidated = () => prisma.event.count({ where: { kind: "endorsement_invalidated" } });
  const restored = () => prisma.event.count({ where: { kind: "endorsement_restored" } });
  const countOf = (all: { count: number }[]) => all.reduce((sum, { count }) => sum + count, 0);

  /** A review whose process has died before it came to the first of them. */
  async function beginReview(staffId: string): Promise<string> {
    const { id } = successOf(
      await runBulkReview({
        action: "invalidate",
        filter,
        until: new Date(0),
        staffId,
      }),
    );
    const entries =
      await prisma.$executeRaw`INSERT INTO bulk_review_entry (bulk_review_id, subject_id) SELECT ${id}::uuid, id FROM endorsement`;
    // It has finished already, since it found nothing to do.
    await prisma.bulkReview.update({
      where: { id },
      data: { remaining: entries, finishedAt: null, settledAt: null },
    });
    return id;
  }

  test("two who go on with one review, and two who undo it, do each thing once", async () => {
    const [staffId, colleague] = [
      await hireReviewer(),
      await hireReviewer("colleague@example.org"),
    ];
    for (const resident of residents) await endorseAndConfirm({ email: resident });
    const id = await beginReview(staffId);

    // A request decides for three seconds, which on a busy machine is not for all.
    const runs: Progress[] = [];
    do
      runs.push(
        ...(
          await Promise.all([continueBulkReview(id, staffId), continueBulkReview(id, colleague)])
        ).map(successOf),
      );
    while (runs.at(-1)?.left);
    expect([
      countOf(runs),
      await invalidated(),
      await asksOfGhent(),
      await prisma.suppression.count(),
    ]).toEqual([50, 50, 0, 50]);
    const undone: Progress[] = [];
    do {
      const both = [undoBulkReview(id, staffId), undoBulkReview(id, colleague)];
      undone.push(...(await Promise.all(both)).map(successOf));
    } while (undone.at(-1)?.left);
    expect([
      countOf(undone),
      await restored(),
      await asksOfGhent(),
      await prisma.suppression.count(),
    ]).toEqual([50, 50, 50, 0]);
  });

  test("what one invalidates while a colleague does so too, and residents withdraw and confirm, is taken off the number once", async () => {
    const [staffId, colleague] = [
      await hireReviewer(),
      await hireReviewer("colleague@example.org"),
    ];
    const tokens: string[] = [];
    for (const resident of residents) {
      await endorse({ email: resident });
      tokens.push((await readMail(resident)).token);
    }
    const [leaving, staying, coming] = [
      tokens.slice(0, 10),
      tokens.slice(10, 40),
      tokens.slice(40),
    ];
    for (const token of [...leaving, ...staying]) await confirmByLink(token);
    const until = new Date();
    const [one, other] = await Promise.all([
      runBulkReview({ action: "invalidate", filter, until, staffId }),
      runBulkReview({ action: "invalidate", filter, until, staffId: colleague }),
      ...leaving.map((token) => endEndorsement(token, "withdrawn")),
      ...coming.map((token) => confirmByLink(token)),
    ]);
    const runs: Progress[] = [one, other].map(successOf);
    // On a busy machine a run ends before it is through.
    for (const { id } of [one, other].map(successOf))
      for (let left = 1; left > 0; left = runs.at(-1)?.left ?? 0)
        runs.push(successOf(await continueBulkReview(id, staffId)));
    expect(countOf(runs)).toBe(await invalidated());
    expect([
      await asksOfGhent(),
      await prisma.endorsement.count({ where: { state: "confirmed" } }),
    ]).toEqual([10, 10]);
  });

  test("one undoes a run while a colleague still goes on with it: everything counts again", async () => {
    const [staffId, colleague] = [
      await hireReviewer(),
      await hireReviewer("colleague@example.org"),
    ];
    for (const resident of residents) await endorseAndConfirm({ email: resident });
    const id = await beginReview(staffId);
    await Promise.all([continueBulkReview(id, staffId), undoBulkReview(id, colleague)]);
    expect([await asksOfGhent(), await prisma.suppression.count(), await invalidated()]).toEqual([
      50,
      0,
      await restored(),
    ]);
  });
});
