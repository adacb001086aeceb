import { beforeEach, describe, expect, test } from "vitest";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { correctApplication } from "@/lib/applications/commands";
import { answersOf } from "@/lib/applications/correction";
import { findApplicationByToken } from "@/lib/applications/queries";
import { reopenApplication } from "@/lib/applications/review/review-commands";
import { confirmProposal, returnProposal } from "@/lib/applications/second-look/proposal-commands";
import {
  countOtherReviewers,
  countSecondLooks,
} from "@/lib/applications/second-look/second-look-queries";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { countSignatories } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { placeIds } from "@/tests/support/database/places";
import { hireReviewer, openReview, statusToken } from "@/tests/support/applications/review";
import {
  saveSettings,
  approval,
  submitForSecondLook,
  approve,
  stateOf,
  secondLookAt,
  mailsTo,
  mailsToApplicant,
} from "@/tests/support/applications/second-look";

const isPostgres = process.env.TEST_DATABASE === "postgres";

let first: string;
let second: string;
let ghent: string;

beforeEach(async () => {
  ({ first, second, ghent } = await submitForSecondLook());
});

describe("where an approval needs two", () => {
  beforeEach(() => saveSettings({ approvalsNeedTwo: true, sampledPercent: 100 }));

  test("a first approval makes nothing public until another reviewer confirms it", async () => {
    const { version } = await prisma.siteVersion.findFirstOrThrow();
    expect(await approve(ghent, first)).toEqual({ ok: true, isProposal: true });
    expect(await stateOf(ghent)).toBe("submitted");
    expect(await countSignatories()).toBe(0);
    expect(await listPublishedDecisions()).toEqual([]);
    expect(await prisma.siteVersion.findFirstOrThrow()).toMatchObject({ version });
    expect(await mailsToApplicant(ghent)).not.toContain("application_approved");
    expect(await mailsTo("second.reviewer@example.org")).toEqual(["staff_second_look"]);
    expect((await countSecondLooks()).approvals).toBe(1);

    expect(await approve(ghent, second)).toEqual({ ok: false, reason: "proposalWaits" });
    expect(await confirmProposal(await openReview(ghent, first))).toEqual({
      ok: false,
      reason: "ownProposal",
    });
    expect(await confirmProposal(await openReview(ghent, second))).toEqual({ ok: true });
    expect(await stateOf(ghent)).toBe("approved");
    expect(await prisma.signatory.findFirstOrThrow()).toMatchObject({
      signedOn: approval.signedOn,
    });
    expect(await mailsToApplicant(ghent)).toContain("application_approved");
    expect(await mailsTo("first.reviewer@example.org")).toEqual(["staff_second_look"]);
    expect(await prisma.approvalProposal.count()).toBe(0);
    // Two have looked at it already.
    expect(await prisma.decisionSample.count()).toBe(0);
  });

  test("what is given back says why, and can be proposed anew", async () => {
    await approve(ghent, first);
    const seen = await openReview(ghent, second);
    expect(await returnProposal(seen, "The date is wrong.")).toEqual({ ok: true });
    expect(await confirmProposal(await openReview(ghent, second))).toEqual({
      ok: false,
      reason: "noProposal",
    });
    expect((await secondLookAt(ghent))?.proposal).toMatchObject({
      returnNote: "The date is wrong.",
      returnedBy: "second.reviewer@example.org",
    });
    expect(await approve(ghent, second)).toEqual({ ok: true, isProposal: true });
    expect(await confirmProposal(await openReview(ghent, first))).toEqual({ ok: true });
  });

  test("the one who proposed is told that it was given back, unless they took it back themselves", async () => {
    const nothing = { ok: false, reason: "noProposal" };
    expect(await returnProposal(await openReview(ghent, second), "Of what?")).toEqual(nothing);
    await approve(ghent, first);
    await returnProposal(await openReview(ghent, second), "The date is wrong.");
    const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    const told = await prisma.mail.findMany({ where: { recipient: "first.reviewer@example.org" } });
    expect(told).toMatchObject([{ kind: "staff_second_look" }]);
    for (const words of [reference, "Ghent"]) expect(told[0]?.text).toContain(words);
    expect(
      await prisma.event.findFirst({ where: { kind: "application_approval_returned" } }),
    ).toMatchObject({ actor: "staff", staffId: second, applicationId: ghent });

    await approve(ghent, first);
    await returnProposal(await openReview(ghent, first), "I saw it too late.");
    expect(await mailsTo("first.reviewer@example.org")).toHaveLength(1);
    await approve(ghent, first);
    await prisma.application.update({ where: { id: ghent }, data: { state: "withdrawn" } });
    expect(await returnProposal(await openReview(ghent, second), "Too late.")).toMatchObject({
      ok: false,
    });
    expect((await secondLookAt(ghent))?.proposal?.returnNote ?? null).toBeNull();
  });

  test("what cannot be approved any more is not, though it was proposed when it could", async () => {
    await approve(ghent, first);
    const signed = { declarationVersion: "2018", signedOn: new Date("2026-01-01") };
    await prisma.signatory.create({ data: { cityId: placeIds.ghent, ...signed } });
    expect(await confirmProposal(await openReview(ghent, second))).toMatchObject({ ok: false });
    expect(await stateOf(ghent)).toBe("submitted");
  });

  test("a proposal is void once the applicant has corrected an answer", async () => {
    await approve(ghent, first);
    const seen = await openReview(ghent, second);
    const token = await statusToken(ghent);
    const application = (await findApplicationByToken(token))!;
    const corrected = { ...answersOf(application), contactName: "Another Name" };
    await correctApplication(token, seen.version, correctionSchema.parse(nest(corrected)));
    expect(await confirmProposal(seen)).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await confirmProposal(await openReview(ghent, second))).toEqual({
      ok: false,
      reason: "noProposal",
    });
    expect((await countSecondLooks()).approvals).toBe(0);
  });

  test.skipIf(!isPostgres)("of a confirmation and a return at once, one is done", async () => {
    const third = await hireReviewer("third.reviewer@example.org");
    for (let round = 1; round <= 6; round++) {
      await approve(ghent, first);
      const seen = await openReview(ghent, second);
      const outcomes = await Promise.all([
        confirmProposal(seen),
        returnProposal({ ...seen, staffId: third }, "Not yet."),
        confirmProposal({ ...seen, staffId: first }),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const isApproved = (await stateOf(ghent)) === "approved";
      expect(outcomes[isApproved ? 0 : 1]).toEqual({ ok: true });
      expect(await countSignatories()).toBe(isApproved ? 1 : 0);
      if (isApproved) await reopenApplication(await openReview(ghent, first), "new_information");
    }
  });
});

test("who is alone on the staff is known to be", async () => {
  expect(await countOtherReviewers()).toBe(1);
  await prisma.user.update({ where: { id: second }, data: { removedAt: new Date() } });
  expect(await countOtherReviewers()).toBe(0);
});
