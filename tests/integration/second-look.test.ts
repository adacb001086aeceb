// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/next-request";
import { beforeEach, describe, expect, test } from "vitest";
import { answerSecondLook } from "@/app/admin/second-look/actions";
import { listPublishedDecisions } from "@/lib/applications/decision-log";
import { correctApplication } from "@/lib/applications/commands";
import { answersOf } from "@/lib/applications/correction";
import { findApplicationByToken } from "@/lib/applications/queries";
import { enforceRetention } from "@/lib/applications/retention";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
} from "@/lib/applications/review/review-commands";
import { findForReview } from "@/lib/applications/review/review-queries";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import {
  overturnDecline,
  upholdDecline,
} from "@/lib/applications/second-look/appeal-answer-commands";
import { appealDecline } from "@/lib/applications/second-look/appeal-commands";
import { drawSample } from "@/lib/applications/second-look/draw-sample";
import { confirmProposal, returnProposal } from "@/lib/applications/second-look/proposal-commands";
import { answerSample } from "@/lib/applications/second-look/sample-commands";
import {
  countOtherReviewers,
  countSecondLooks,
  listSecondLooks,
} from "@/lib/applications/second-look/second-look-queries";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { countSignatories } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { getServiceStatistics } from "@/lib/statistics/service-statistics";
import { hashToken, newToken } from "@/lib/tokens";
import { loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  statusToken,
  tickAllEvidence,
} from "@/tests/support/review";

const isPostgres = process.env.TEST_DATABASE === "postgres";
const dayMs = 86_400_000;

let first: string;
let second: string;
let ghent: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await set({ sampledPercent: 0 });
  first = await hireReviewer("first.reviewer@example.org");
  second = await hireReviewer("second.reviewer@example.org");
  ghent = await submitConfirmed({ submissionKey: "00000000-0000-4000-8000-000000000001" });
});

const set = (values: Partial<Settings>) =>
  prisma.settings.upsert({ where: { id: 1 }, create: { values }, update: { values } });

const decline = async () =>
  expect(
    await declineApplication(await openReview(ghent, first), {
      reason: "no_mandate",
      message: "There is no resolution.",
    }),
  ).toEqual({ ok: true });

const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };

async function approve(staffId: string): Promise<ReviewResult> {
  await tickAllEvidence(await openReview(ghent, staffId));
  return approveApplication(await openReview(ghent, staffId), approval);
}

const words = "The resolution stands on page three.";
const appeal = async (now = new Date()) => appealDecline(await statusToken(ghent), words, now);
const mailsTo = async (recipient: string) =>
  (await prisma.mail.findMany({ where: { recipient }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );
const kinds = async () =>
  (await prisma.event.findMany({ where: { applicationId: ghent }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );
const secondLook = async () =>
  (await findForReview(ghent, { now: new Date(), settings: defaultSettings }))?.secondLook;
const stateOf = async () =>
  (await prisma.application.findUniqueOrThrow({ where: { id: ghent } })).state;
const contactMails = async () => {
  const { contactEmail } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
  return mailsTo(contactEmail ?? "");
};

describe("an applicant whose application was declined", () => {
  test("may ask until the thirtieth day, once, and is told that it arrived", async () => {
    await decline();
    const { decidedAt } = await prisma.decision.findFirstOrThrow();
    const daysLater = (days: number) => new Date(decidedAt.getTime() + days * dayMs);
    expect(await appeal(daysLater(30.01))).toEqual({ ok: false, reason: "notPossible" });
    expect(await appeal(daysLater(29.99))).toEqual({ ok: true });
    expect(await appeal(daysLater(29.99))).toEqual({ ok: true });
    expect(await prisma.appeal.count()).toBe(1);
    expect((await contactMails()).filter((kind) => kind.includes("appeal"))).toEqual([
      "application_appeal_received",
    ]);
    expect(await mailsTo("second.reviewer@example.org")).toEqual(["staff_second_look"]);
    expect(await mailsTo("first.reviewer@example.org")).toEqual([]);
    expect(await listSecondLooks("appeals")).toMatchObject([
      { applicationId: ghent, cityName: "Ghent", first: "first.reviewer@example.org" },
    ]);
  });

  test("may not ask before a decline, with a made-up link, or after the days of the settings", async () => {
    expect(await appeal()).toEqual({ ok: false, reason: "notPossible" });
    expect(await appealDecline("made-up", words)).toEqual({ ok: false, reason: "unknown" });
    await decline();
    await set({ sampledPercent: 0, appealDays: 7 });
    expect(await appeal(new Date(Date.now() + 8 * dayMs))).toEqual({
      ok: false,
      reason: "notPossible",
    });
  });

  test("is answered by somebody else than who declined, with a reason in the email", async () => {
    await decline();
    await appeal();
    const answer = "The page three is a draft.";
    expect(await upholdDecline(await openReview(ghent, first), answer)).toEqual({
      ok: false,
      reason: "ownDecision",
    });
    expect(await overturnDecline(await openReview(ghent, first), answer)).toEqual({
      ok: false,
      reason: "ownDecision",
    });
    expect(await upholdDecline(await openReview(ghent, second), answer)).toEqual({ ok: true });
    expect(await stateOf()).toBe("declined");
    expect(await contactMails()).toContain("application_appeal_upheld");
    const mail = await prisma.mail.findFirstOrThrow({
      where: { kind: "application_appeal_upheld" },
    });
    expect(mail.text).toContain(answer);
    expect(await appeal()).toEqual({ ok: true });
    expect(await countSecondLooks()).toEqual({ appeals: 0, approvals: 0, samples: 0 });
    expect(await upholdDecline(await openReview(ghent, second), answer)).toEqual({
      ok: false,
      reason: "noAppeal",
    });
  });

  test("gets another review where the decline is overturned: a new public entry, the old one stays", async () => {
    await decline();
    const before = await listPublishedDecisions();
    await appeal();
    expect(await listPublishedDecisions()).toEqual(before);
    expect(await reopenApplication(await openReview(ghent, second), "decided_in_error")).toEqual({
      ok: false,
      reason: "appealWaits",
    });
    expect(await overturnDecline(await openReview(ghent, second), "You are right.")).toEqual({
      ok: true,
    });
    expect(await stateOf()).toBe("submitted");
    const [correction, ...rest] = await listPublishedDecisions();
    expect(rest).toEqual(before);
    expect(correction).toMatchObject({
      outcome: "reopened",
      cause: "appeal",
      correctsId: before[0]?.id,
    });
    expect(await contactMails()).toContain("application_appeal_overturned");
    expect(await contactMails()).not.toContain("application_reopened");
    expect((await kinds()).slice(-3)).toEqual([
      "application_declined",
      "application_appealed",
      "application_reopened",
    ]);
    await decline();
    expect(await appeal()).toEqual({ ok: true });
    expect(await prisma.appeal.count({ where: { outcome: null } })).toBe(1);
  });

  test("keeps what the appeal needs while it is open; then all words go with the application", async () => {
    await decline();
    await appeal();
    const later = new Date(Date.now() + 200 * dayMs);
    expect((await enforceRetention(later)).erased).toBe(0);
    await upholdDecline(await openReview(ghent, second), "The answer.");
    expect((await enforceRetention(later)).erased).toBe(1);
    expect(await prisma.appeal.findFirstOrThrow()).toMatchObject({
      text: null,
      answer: null,
      outcome: "upheld",
    });
  });

  test.skipIf(!isPostgres)("gets one answer, where two reviewers answer at once", async () => {
    const third = await hireReviewer("third.reviewer@example.org");
    for (let round = 1; round <= 6; round++) {
      await decline();
      await appeal();
      const seen = await openReview(ghent, second);
      const outcomes = await Promise.all([
        upholdDecline(seen, "It stands."),
        overturnDecline({ ...seen, staffId: third }, "It does not."),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, reason: "noAppeal" });
      if ((await stateOf()) === "declined")
        await reopenApplication(await openReview(ghent, first), "new_information");
    }
  });
});

test("a decision taken in error is corrected in public by a new entry that says why", async () => {
  await approve(first);
  const before = await listPublishedDecisions();
  await reopenApplication(await openReview(ghent, first), "wrong_application");
  await decline();
  const [declined, reopened, ...rest] = await listPublishedDecisions();
  expect(rest.map(({ id, outcome }) => [id, outcome])).toEqual(
    before.map(({ id, outcome }) => [id, outcome]),
  );
  expect(reopened).toMatchObject({
    outcome: "reopened",
    cause: "wrong_application",
    correctsId: before[0]?.id,
  });
  expect(declined).toMatchObject({ outcome: "declined", correctsId: before[0]?.id });
});

describe("where an approval needs two", () => {
  beforeEach(() => set({ approvalsNeedTwo: true, sampledPercent: 100 }));

  test("a first approval makes nothing public until another reviewer confirms it", async () => {
    const { version } = await prisma.siteVersion.findFirstOrThrow();
    expect(await approve(first)).toEqual({ ok: true, isProposal: true });
    expect(await stateOf()).toBe("submitted");
    expect(await countSignatories()).toBe(0);
    expect(await listPublishedDecisions()).toEqual([]);
    expect(await prisma.siteVersion.findFirstOrThrow()).toMatchObject({ version });
    expect(await contactMails()).not.toContain("application_approved");
    expect(await mailsTo("second.reviewer@example.org")).toEqual(["staff_second_look"]);
    expect((await countSecondLooks()).approvals).toBe(1);

    expect(await approve(second)).toEqual({ ok: false, reason: "proposalWaits" });
    expect(await confirmProposal(await openReview(ghent, first))).toEqual({
      ok: false,
      reason: "ownProposal",
    });
    expect(await confirmProposal(await openReview(ghent, second))).toEqual({ ok: true });
    expect(await stateOf()).toBe("approved");
    expect(await prisma.signatory.findFirstOrThrow()).toMatchObject({
      signedOn: approval.signedOn,
    });
    expect(await contactMails()).toContain("application_approved");
    expect(await mailsTo("first.reviewer@example.org")).toEqual(["staff_second_look"]);
    expect(await prisma.approvalProposal.count()).toBe(0);
    // Two have looked at it already.
    expect(await prisma.decisionSample.count()).toBe(0);
  });

  test("what is given back says why, and can be proposed anew", async () => {
    await approve(first);
    const seen = await openReview(ghent, second);
    expect(await returnProposal(seen, "The date is wrong.")).toEqual({ ok: true });
    expect(await confirmProposal(await openReview(ghent, second))).toEqual({
      ok: false,
      reason: "noProposal",
    });
    expect((await secondLook())?.proposal).toMatchObject({
      returnNote: "The date is wrong.",
      returnedBy: "second.reviewer@example.org",
    });
    expect(await approve(second)).toEqual({ ok: true, isProposal: true });
    expect(await confirmProposal(await openReview(ghent, first))).toEqual({ ok: true });
  });

  test("the one who proposed is told that it was given back, unless they took it back themselves", async () => {
    const nothing = { ok: false, reason: "noProposal" };
    expect(await returnProposal(await openReview(ghent, second), "Of what?")).toEqual(nothing);
    await approve(first);
    await returnProposal(await openReview(ghent, second), "The date is wrong.");
    const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    const told = await prisma.mail.findMany({ where: { recipient: "first.reviewer@example.org" } });
    expect(told).toMatchObject([{ kind: "staff_second_look" }]);
    for (const words of [reference, "Ghent"]) expect(told[0]?.text).toContain(words);
    expect(
      await prisma.event.findFirst({ where: { kind: "application_approval_returned" } }),
    ).toMatchObject({ actor: "staff", staffId: second, applicationId: ghent });

    await approve(first);
    await returnProposal(await openReview(ghent, first), "I saw it too late.");
    expect(await mailsTo("first.reviewer@example.org")).toHaveLength(1);
    await approve(first);
    await prisma.application.update({ where: { id: ghent }, data: { state: "withdrawn" } });
    expect(await returnProposal(await openReview(ghent, second), "Too late.")).toMatchObject({
      ok: false,
    });
    expect((await secondLook())?.proposal?.returnNote ?? null).toBeNull();
  });

  test("what cannot be approved any more is not, though it was proposed when it could", async () => {
    await approve(first);
    const signed = { declarationVersion: "2018", signedOn: new Date("2026-01-01") };
    await prisma.signatory.create({ data: { cityId: placeIds.ghent, ...signed } });
    expect(await confirmProposal(await openReview(ghent, second))).toMatchObject({ ok: false });
    expect(await stateOf()).toBe("submitted");
  });

  test("a proposal is void once the applicant has corrected an answer", async () => {
    await approve(first);
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
      await approve(first);
      const seen = await openReview(ghent, second);
      const outcomes = await Promise.all([
        confirmProposal(seen),
        returnProposal({ ...seen, staffId: third }, "Not yet."),
        confirmProposal({ ...seen, staffId: first }),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const isApproved = (await stateOf()) === "approved";
      expect(outcomes[isApproved ? 0 : 1]).toEqual({ ok: true });
      expect(await countSignatories()).toBe(isApproved ? 1 : 0);
      if (isApproved) await reopenApplication(await openReview(ghent, first), "new_information");
    }
  });
});

describe("a decision drawn by lot", () => {
  beforeEach(() => set({ sampledPercent: 100 }));

  const decisionId = async () =>
    (await prisma.decision.findFirstOrThrow({ where: { inForceForId: ghent } })).id;

  test("a draw of ten percent takes about one in ten, none of nought and all of a hundred", async () => {
    await set({ sampledPercent: 0 });
    await decline();
    expect(await prisma.decisionSample.count()).toBe(0);
    const drawn = { decisionId: await decisionId(), applicationId: ghent };
    await set({});
    const count = await prisma.$transaction(async (tx) => {
      let taken = 0;
      for (let round = 0; round < 400; round++) {
        await drawSample(tx, drawn);
        taken += (await tx.decisionSample.deleteMany()).count;
      }
      return taken;
    });
    // A fair draw is outside of this less than once in a million times.
    expect(count).toBeGreaterThan(11);
    expect(count).toBeLessThan(75);
    await set({ sampledPercent: 100 });
    await prisma.$transaction((tx) => drawSample(tx, drawn));
    expect(await prisma.decisionSample.count()).toBe(1);
  });

  test("is answered by somebody else, once, and the first reviewer is told", async () => {
    await decline();
    const answer = {
      decisionId: await decisionId(),
      agrees: false,
      note: "There is a resolution.",
    };
    expect(await answerSample({ ...answer, staffId: first })).toEqual({
      ok: false,
      reason: "ownDecision",
    });
    expect(await answerSample({ ...answer, staffId: second })).toEqual({ ok: true });
    expect(await answerSample({ ...answer, staffId: second })).toEqual({
      ok: false,
      reason: "noSample",
    });
    expect(await mailsTo("first.reviewer@example.org")).toEqual(["staff_second_look"]);
    const mail = await prisma.mail.findFirstOrThrow({ where: { kind: "staff_second_look" } });
    expect(mail.text).not.toContain(answer.note);
    const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    for (const words of [reference, "Ghent"]) expect(mail.text).toContain(words);
    expect(
      await prisma.event.findFirst({ where: { kind: "application_sample_answered" } }),
    ).toMatchObject({
      ...{ actor: "staff", staffId: second, applicationId: ghent, cityId: placeIds.ghent },
      detail: { agrees: false },
    });
    expect(await stateOf()).toBe("declined");
    expect((await secondLook())?.sample).toMatchObject({ agrees: false });
  });

  test("waits no longer once the decision is taken back", async () => {
    await decline();
    expect((await countSecondLooks()).samples).toBe(1);
    const drawn = await decisionId();
    await reopenApplication(await openReview(ghent, second), "decided_in_error");
    expect((await countSecondLooks()).samples).toBe(0);
    const nobodys = "00000000-0000-4000-8000-00000000ffff";
    expect(
      await answerSample({ decisionId: nobodys, staffId: second, agrees: true, note: null }),
    ).toEqual({ ok: false, reason: "noSample" });
    expect(
      await answerSample({ decisionId: drawn, staffId: second, agrees: true, note: null }),
    ).toEqual({ ok: false, reason: "noSample" });
  });

  test("is part of the public figure from ten answers on", async () => {
    await decline();
    for (let answers = 1; answers < 10; answers++) {
      const decision = { applicationId: ghent, kind: "decline", staffId: first } as const;
      const { id } = await prisma.decision.create({ data: decision });
      const answered = { agrees: answers > 2, staffId: second, answeredAt: new Date() };
      await prisma.decisionSample.create({
        data: { ...answered, applicationId: ghent, decisionId: id },
      });
    }
    expect((await getServiceStatistics()).agreement).toBeNull();
    await answerSample({
      ...{ decisionId: await decisionId(), staffId: second },
      ...{ agrees: true, note: null },
    });
    expect((await getServiceStatistics()).agreement).toEqual({ answered: 10, agreed: 8 });
  });
});

test("who is alone on the staff is known to be", async () => {
  expect(await countOtherReviewers()).toBe(1);
  await prisma.user.update({ where: { id: second }, data: { removedAt: new Date() } });
  expect(await countOtherReviewers()).toBe(0);
});

test("the form asks for a reason, then leads back to the queue", async () => {
  await decline();
  await appeal();
  const { version } = await openReview(ghent, second);
  const browser = await signIn(second);
  const post = (text: string) =>
    browser.request(() =>
      answerSecondLook(
        { attempt: 0, values: {}, fieldErrors: {} },
        formOf({
          ...{ kind: "appeal", applicationId: ghent, version: String(version) },
          ...{ answer: "uphold", "appeal-text": text },
        }),
      ),
    );
  expect(await post(" ")).toMatchObject({
    fieldErrors: { "appeal-text": "Write to the applicant." },
  });
  expect(await post("It stands.")).toMatchObject({
    redirectedTo: "/admin/second-look?done=uphold",
  });
});

async function signIn(userId: string): Promise<TestBrowser> {
  const token = newToken();
  const expires = new Date(Date.now() + 3_600_000);
  await prisma.session.create({ data: { sessionToken: hashToken(token), userId, expires } });
  const signedIn = new TestBrowser();
  signedIn.cookies.set("staff-session", { value: token });
  return signedIn;
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
