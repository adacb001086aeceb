import { beforeEach, describe, expect, test } from "vitest";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
} from "@/lib/applications/review/review-commands";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import type { Review } from "@/lib/applications/review/review-transaction";
import { countSignatories } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { claimNext } from "@/lib/applications/claims/claim-commands";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const isPostgres = process.env.TEST_DATABASE === "postgres";
if (!isPostgres)
  console.warn(
    "Skipped: races between reviewers. The embedded database is one connection, so nothing races there; they run on a real PostgreSQL.",
  );

const rounds = 32;

let first: string;
let second: string;
let ghent: string;

beforeEach(async () => {
  if (!isPostgres) return;
  first = await resetWithReviewer("first.reviewer@example.org");
  second = await hireReviewer("second.reviewer@example.org");
  ghent = await submitConfirmed();
  await tickAllEvidence(await openReview(ghent, first));
});

const approve = (review: Review): Promise<ReviewResult> =>
  approveApplication(review, { name: "Ghent", signedOn: new Date("2026-11-20"), message: null });
const decline = (review: Review): Promise<ReviewResult> =>
  declineApplication(review, { reason: "no_mandate", message: "There is no resolution." });

const inForce = () =>
  prisma.decision.findMany({
    where: { inForceForId: ghent },
    include: { staff: { select: { email: true } } },
  });
const countDecisionMails = () =>
  prisma.mail.count({ where: { kind: { in: ["application_approved", "application_declined"] } } });
const countDecisionEvents = () =>
  prisma.event.count({ where: { kind: { in: ["application_approved", "application_declined"] } } });

describe.skipIf(!isPostgres)("two reviewers who decide at the same moment", () => {
  test.each([
    ["both approve", approve, approve],
    ["one approves, the other declines", approve, decline],
  ])(
    "make one decision, one signatory at most and one mail: %s, thirty-two times",
    async (_, one, other) => {
      for (let round = 1; round <= rounds; round++) {
        const seen = await openReview(ghent, first);
        const outcomes = await Promise.all([one(seen), other({ ...seen, staffId: second })]);

        const [decision, ...more] = await inForce();
        expect(more).toEqual([]);
        const loser = outcomes.find(({ ok }) => !ok);
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
        expect(loser).toEqual({
          ok: false,
          reason: "decided",
          kind: decision?.kind,
          decidedAt: decision?.decidedAt,
          decidedBy: decision?.staff.email,
        });
        expect(await countSignatories()).toBe(decision?.kind === "approval" ? 1 : 0);
        expect(await prisma.decision.count()).toBe(round);
        expect(await countDecisionMails()).toBe(round);
        expect(await countDecisionEvents()).toBe(round);

        expect(await reopenApplication(await openReview(ghent, first), "decided_in_error")).toEqual(
          { ok: true },
        );
      }
    },
    120_000,
  );

  test("reopen it once", async () => {
    await approve(await openReview(ghent, first));
    for (let round = 1; round <= rounds / 4; round++) {
      const seen = await openReview(ghent, first);
      const outcomes = await Promise.all([
        reopenApplication(seen, "decided_in_error"),
        reopenApplication({ ...seen, staffId: second }, "decided_in_error"),
      ]);
      expect(outcomes).toContainEqual({ ok: true });
      expect(outcomes).toContainEqual({ ok: false, reason: "changedMeanwhile" });
      expect(await prisma.mail.count({ where: { kind: "application_reopened" } })).toBe(round);
      expect(await approve(await openReview(ghent, first))).toEqual({ ok: true });
    }
  }, 120_000);
});

describe.skipIf(!isPostgres)("two reviewers who take the next at the same moment", () => {
  test("get two different applications, sixteen times", async () => {
    const antwerp = await submitConfirmed({
      submissionKey: "00000000-0000-4000-8000-000000000002",
      cityId: placeIds.antwerp,
    });
    const take = (staffId: string) =>
      claimNext({ staffId, languages: [] }, { now: new Date(), settings: reviewSettings });
    for (let round = 1; round <= rounds / 2; round++) {
      const taken = await Promise.all([take(first), take(second), take(first)]);
      const ids = taken.flatMap((outcome) => (outcome.ok ? [outcome.applicationId] : []));
      expect(ids.sort()).toEqual([antwerp, ghent].sort());
      expect(taken).toContainEqual({ ok: false, reason: "nothingWaits" });
      expect(await prisma.event.count({ where: { kind: "application_claimed" } })).toBe(2 * round);
      await prisma.claim.deleteMany();
    }
  }, 60_000);
});
