// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { signInAs } from "@/tests/support/staff/signed-in";
import { beforeEach, describe, expect, test } from "vitest";
import { answerSecondLook } from "@/app/admin/second-look/actions";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { enforceRetention } from "@/lib/applications/retention";
import { reopenApplication } from "@/lib/applications/review/review-commands";
import {
  overturnDecline,
  upholdDecline,
} from "@/lib/applications/second-look/appeal-answer-commands";
import { appealDecline } from "@/lib/applications/second-look/appeal-commands";
import {
  countSecondLooks,
  listSecondLooks,
} from "@/lib/applications/second-look/second-look-queries";
import { prisma } from "@/lib/db";
import { hireReviewer, openReview } from "@/tests/support/applications/review";
import {
  dayMs,
  saveSettings,
  appealText,
  submitForSecondLook,
  decline,
  appeal,
  stateOf,
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

const listEventKinds = async () =>
  (await prisma.event.findMany({ where: { applicationId: ghent }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

describe("an applicant whose application was declined", () => {
  test("may ask until the thirtieth day, once, and is told that it arrived", async () => {
    await decline(ghent, first);
    const { decidedAt } = await prisma.decision.findFirstOrThrow();
    const daysLater = (days: number) => new Date(decidedAt.getTime() + days * dayMs);
    expect(await appeal(ghent, daysLater(30.01))).toEqual({ ok: false, reason: "notPossible" });
    expect(await appeal(ghent, daysLater(29.99))).toEqual({ ok: true });
    expect(await appeal(ghent, daysLater(29.99))).toEqual({ ok: true });
    expect(await prisma.appeal.count()).toBe(1);
    expect((await mailsToApplicant(ghent)).filter((kind) => kind.includes("appeal"))).toEqual([
      "application_appeal_received",
    ]);
    expect(await mailsTo("second.reviewer@example.org")).toEqual(["staff_second_look"]);
    expect(await mailsTo("first.reviewer@example.org")).toEqual([]);
    expect(await listSecondLooks("appeals")).toMatchObject([
      { applicationId: ghent, cityName: "Ghent", first: "first.reviewer@example.org" },
    ]);
  });

  test("may not ask before a decline, with a made-up link, or after the days of the settings", async () => {
    expect(await appeal(ghent)).toEqual({ ok: false, reason: "notPossible" });
    expect(await appealDecline("made-up", appealText)).toEqual({ ok: false, reason: "unknown" });
    await decline(ghent, first);
    await saveSettings({ sampledPercent: 0, appealDays: 7 });
    expect(await appeal(ghent, new Date(Date.now() + 8 * dayMs))).toEqual({
      ok: false,
      reason: "notPossible",
    });
  });

  test("is answered by somebody else than who declined, with a reason in the email", async () => {
    await decline(ghent, first);
    await appeal(ghent);
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
    expect(await stateOf(ghent)).toBe("declined");
    expect(await mailsToApplicant(ghent)).toContain("application_appeal_upheld");
    const mail = await prisma.mail.findFirstOrThrow({
      where: { kind: "application_appeal_upheld" },
    });
    expect(mail.text).toContain(answer);
    expect(await appeal(ghent)).toEqual({ ok: true });
    expect(await countSecondLooks()).toEqual({ appeals: 0, approvals: 0, samples: 0 });
    expect(await upholdDecline(await openReview(ghent, second), answer)).toEqual({
      ok: false,
      reason: "noAppeal",
    });
  });

  test("gets another review where the decline is overturned: a new public entry, the old one stays", async () => {
    await decline(ghent, first);
    const before = await listPublishedDecisions();
    await appeal(ghent);
    expect(await listPublishedDecisions()).toEqual(before);
    expect(await reopenApplication(await openReview(ghent, second), "decided_in_error")).toEqual({
      ok: false,
      reason: "appealWaits",
    });
    expect(await overturnDecline(await openReview(ghent, second), "You are right.")).toEqual({
      ok: true,
    });
    expect(await stateOf(ghent)).toBe("submitted");
    const [correction, ...rest] = await listPublishedDecisions();
    expect(rest).toEqual(before);
    expect(correction).toMatchObject({
      outcome: "reopened",
      cause: "appeal",
      correctsId: before[0]?.id,
    });
    expect(await mailsToApplicant(ghent)).toContain("application_appeal_overturned");
    expect(await mailsToApplicant(ghent)).not.toContain("application_reopened");
    expect((await listEventKinds()).slice(-3)).toEqual([
      "application_declined",
      "application_appealed",
      "application_reopened",
    ]);
    await decline(ghent, first);
    expect(await appeal(ghent)).toEqual({ ok: true });
    expect(await prisma.appeal.count({ where: { outcome: null } })).toBe(1);
  });

  test("keeps what the appeal needs while it is open; then all words go with the application", async () => {
    await decline(ghent, first);
    await appeal(ghent);
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
      await decline(ghent, first);
      await appeal(ghent);
      const seen = await openReview(ghent, second);
      const outcomes = await Promise.all([
        upholdDecline(seen, "It stands."),
        overturnDecline({ ...seen, staffId: third }, "It does not."),
      ]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes).toContainEqual({ ok: false, reason: "noAppeal" });
      if ((await stateOf(ghent)) === "declined")
        await reopenApplication(await openReview(ghent, first), "new_information");
    }
  });
});

test("the form asks for a reason, then leads back to the queue", async () => {
  await decline(ghent, first);
  await appeal(ghent);
  const { version } = await openReview(ghent, second);
  const browser = await signInAs(second);
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

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
