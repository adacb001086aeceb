import { beforeEach, describe, expect, test } from "vitest";
import { withdrawApplication } from "@/lib/applications/commands";
import { decisionLogKinds } from "@/lib/applications/decision-log/decision-entries";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { enforceRetention } from "@/lib/applications/retention";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { correctMember } from "@/lib/cities/member-commands";
import { findMember } from "@/lib/cities/member-queries";
import { fingerprintOf } from "@/lib/cities/member-schema";
import { prisma } from "@/lib/db";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import type { CityStepKind } from "@/prisma/generated/enums";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithSignatories,
} from "@/tests/support/applications/review";

const { amsterdam, antwerp, ghent } = placeIds;
const key = "00000000-0000-4000-8000-000000000001";
const message = "Call the digital officer, please.";

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithSignatories();
});

const review = (id: string) => openReview(id, staffId);
const submitGhent = () => submitConfirmed({ submissionKey: key });
const decline = async (id: string) =>
  declineApplication(await review(id), { reason: "cannot_verify", message });
const reopen = async (id: string) => reopenApplication(await review(id), "decided_in_error");
async function approve(id: string): Promise<void> {
  await tickAllEvidence(await review(id));
  const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message };
  expect(await approveApplication(await review(id), approval)).toEqual({ ok: true });
}

async function step(cityId: number, kind: CityStepKind): Promise<void> {
  const seenSteps = await prisma.cityStep.count({ where: { cityId, takenBackAt: null } });
  await recordStep({ cityId, kind, note: message, staffId, seenSteps, confirmed: 0 });
}

async function takeLastStepBack(): Promise<void> {
  const last = await prisma.cityStep.findFirstOrThrow({
    where: { takenBackAt: null },
    orderBy: { id: "desc" },
  });
  expect(await takeStepBack(last.id, staffId)).toEqual({ ok: true });
}

async function rename(cityId: number, name: string): Promise<void> {
  const member = (await findMember(cityId))!;
  const facts = { ...member, name: member.city.name };
  await correctMember({ cityId, staffId, facts: { ...facts, name }, seen: fingerprintOf(facts) });
}

/** Oldest first, each with the outcome of the entry that it corrects. */
async function readLog() {
  const decisions = (await listPublishedDecisions()).reverse();
  return decisions.map(({ city, outcome, correctsId }) => [
    city.name,
    outcome,
    decisions.find(({ id }) => id === correctsId)?.outcome ?? null,
  ]);
}

test("an approval stands in the log with its city and its days", async () => {
  const id = await submitGhent();
  await approve(id);
  const today = new Date().toISOString().slice(0, 10);
  expect(await listPublishedDecisions()).toEqual([
    {
      id: `${today}-${ghent}-approved`,
      date: expect.any(Date),
      city: { cityId: ghent, slug: "ghent", name: "Ghent", countryCode: "BE" },
      outcome: "approved",
      reason: null,
      cause: null,
      correctedFacts: [],
      daysTaken: 0,
      correctsId: null,
    },
  ]);
});

test("a declined application gives its reason, and a link only where the city has a page", async () => {
  await decline(await submitGhent());
  expect(await listPublishedDecisions()).toMatchObject([
    { outcome: "declined", reason: "cannot_verify", city: { cityId: ghent, slug: null } },
  ]);
  await endorseAndConfirm();
  expect(await listPublishedDecisions()).toMatchObject([{ city: { slug: "ghent" } }]);
});

test("a reopened decision stays, and its correction comes after it", async () => {
  const id = await submitGhent();
  await decline(id);
  await reopen(id);
  await decline(id);
  await reopen(id);
  await approve(id);
  expect(await readLog()).toEqual([
    ["Ghent", "declined", null],
    ["Ghent", "reopened", "declined"],
    ["Ghent", "declined", "declined"],
    ["Ghent", "reopened", "declined"],
    ["Ghent", "approved", "declined"],
  ]);
  const ids = (await listPublishedDecisions()).map((decision) => decision.id);
  expect(new Set(ids).size).toBe(5);
});

test("a decision taken in error is corrected by an entry that says why", async () => {
  const id = await submitGhent();
  await approve(id);
  const [approved] = await listPublishedDecisions();
  await reopenApplication(await review(id), "wrong_application");
  await decline(id);
  const [declined, reopened, first] = await listPublishedDecisions();
  expect(first).toMatchObject({ id: approved?.id, outcome: "approved" });
  expect(reopened).toMatchObject({
    outcome: "reopened",
    cause: "wrong_application",
    correctsId: approved?.id,
  });
  expect(declined).toMatchObject({ outcome: "declined", correctsId: approved?.id });
});

test("an approval that is reopened takes the city off the list in one entry", async () => {
  const id = await submitGhent();
  await approve(id);
  await reopen(id);
  expect(await readLog()).toEqual([
    ["Ghent", "approved", null],
    ["Ghent", "reopened", "approved"],
  ]);
});

test("what becomes of a membership is in the log, and what is taken back stays in it", async () => {
  await step(amsterdam, "on_hold");
  await step(amsterdam, "resumed");
  await takeLastStepBack();
  await step(amsterdam, "left");
  await takeLastStepBack();
  expect(await readLog()).toEqual([
    ["Amsterdam", "on_hold", null],
    ["Amsterdam", "resumed", null],
    ["Amsterdam", "taken_back", "resumed"],
    ["Amsterdam", "left", null],
    ["Amsterdam", "taken_back", "left"],
  ]);
});

test("a corrected entry says what was corrected, and stands under the new name", async () => {
  await approve(await submitGhent());
  await rename(ghent, "Gent");
  await rename(amsterdam, "Amsterdam aan de Amstel");
  expect(await readLog()).toEqual([
    ["Gent", "approved", null],
    ["Gent", "corrected", "approved"],
    ["Amsterdam aan de Amstel", "corrected", null],
  ]);
  expect((await listPublishedDecisions())[0]!.correctedFacts).toEqual(["name"]);
});

describe("nothing is told", () => {
  const ways: [string, () => Promise<unknown>][] = [
    ["of the cities that the coalition announced", () => Promise.resolve()],
    ["of an application that is not confirmed", () => submitUnconfirmed({ submissionKey: key })],
    ["of an application that waits", submitGhent],
    [
      "of a request for changes",
      async () => requestChanges(await review(await submitGhent()), { message }),
    ],
    [
      "of an application that was withdrawn before a decision",
      async () => withdrawApplication(await statusToken(await submitGhent())),
    ],
    [
      "of an application that expired",
      async () => {
        await submitUnconfirmed({ submissionKey: key });
        await enforceRetention(new Date("2030-01-01T00:00:00Z"));
      },
    ],
    [
      "of a city that was contacted, or of taking that back",
      async () => {
        await endorseAndConfirm();
        await step(ghent, "contacted");
        await takeLastStepBack();
      },
    ],
  ];
  test.each(ways)("%s", async (_, comeAbout) => {
    await comeAbout();
    expect(await listPublishedDecisions()).toEqual([]);
  });
});

test("decisions outlive the data of their applications, and name no person and no words", async () => {
  const id = await submitGhent();
  await decline(id);
  const other = await submitConfirmed({ submissionKey: key, cityId: antwerp });
  await approve(other);
  const before = await listPublishedDecisions();
  const { erased } = await enforceRetention(new Date("2030-01-01T00:00:00Z"));
  expect(erased).toBe(2);
  expect(await listPublishedDecisions()).toEqual(before);

  await prisma.$executeRaw`TRUNCATE application CASCADE`;
  const written = JSON.stringify(await listPublishedDecisions());
  expect(JSON.parse(written)).toMatchObject([{ outcome: "approved" }, { outcome: "declined" }]);
  const { contactName, contactEmail, mandateAuthorityName } = answersOfGhent;
  for (const secret of [contactName, contactEmail, mandateAuthorityName, message, staffId, id])
    expect(written).not.toContain(secret);
});

test("the index of the database names the kinds that the log is made of", async () => {
  const [index] = await prisma.$queryRaw<{ definition: string }[]>`
    SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'event_decision_log_idx'`;
  const named = index!.definition.match(/'(\w+)'::event_kind/g) ?? [];
  expect(named.map((kind) => kind.slice(1, -"'::event_kind".length)).sort()).toEqual(
    [...decisionLogKinds].sort(),
  );
});

test("the log is read by that index", async () => {
  const kinds = decisionLogKinds.map((kind) => `'${kind}'`).join(", ");
  await prisma.$executeRaw`
    INSERT INTO event (kind, actor) SELECT 'mail_retried', 'staff' FROM generate_series(1, 20000)`;
  await prisma.$executeRaw`ANALYZE event`;
  const plan = await prisma.$queryRawUnsafe(
    `EXPLAIN SELECT at FROM event WHERE kind IN (${kinds}) AND city_id IS NOT NULL ORDER BY id`,
  );
  expect(JSON.stringify(plan)).toContain("event_decision_log_idx");
});
