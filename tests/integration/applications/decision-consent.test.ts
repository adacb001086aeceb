import { beforeEach, expect, test } from "vitest";
import { chooseDecisionPublic } from "@/lib/applications/decision-consent";
import { approveApplication } from "@/lib/applications/review/review-commands";
import { findCity } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import {
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";
import { eventKindsOf } from "@/lib/events";

const submissionKey = "00000000-0000-4000-8000-000000000001";
const decision = {
  body: "City council",
  date: new Date("2026-10-19"),
  url: "https://stad.example/besluiten/digitale-rechten",
};

let reviewer: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
});

async function approve(id: string): Promise<void> {
  await tickAllEvidence(await openReview(id, reviewer));
  const result = await approveApplication(await openReview(id, reviewer), {
    name: "Ghent",
    signedOn: new Date("2026-11-20"),
    message: null,
  });
  expect(result).toEqual({ ok: true });
}

const versionOfSite = async () => (await prisma.siteVersion.findFirst())?.version ?? 0n;

test("a member's page shows the decision of those who chose it on the form", async () => {
  await approve(await submitConfirmed({ submissionKey, isDecisionPublic: true }));
  expect((await findCity("ghent"))?.decision).toEqual(decision);
});

test("nothing is shown of those who did not choose it; they can, and take it back, on the page of the application", async () => {
  const id = await submitConfirmed({ submissionKey });
  const token = await statusToken(id);
  expect(await chooseDecisionPublic(token, true)).toEqual({ ok: false, reason: "closed" });
  await approve(id);
  expect((await findCity("ghent"))?.decision).toBeNull();

  const before = await versionOfSite();
  expect(await chooseDecisionPublic(token, true)).toEqual({ ok: true });
  expect(await chooseDecisionPublic(token, true)).toEqual({ ok: true });
  expect((await findCity("ghent"))?.decision).toEqual(decision);
  expect((await versionOfSite()) - before).toBe(1n);
  await chooseDecisionPublic(token, false);
  expect((await findCity("ghent"))?.decision).toBeNull();

  const events = await prisma.event.findMany({
    where: { kind: { in: eventKindsOf("application_decision") } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
    ["application_decision_shown", "applicant"],
    ["application_decision_hidden", "applicant"],
  ]);
  expect(await chooseDecisionPublic("made-up", true)).toEqual({ ok: false, reason: "unknown" });
});
