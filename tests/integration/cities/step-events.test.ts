import { beforeEach, expect, test } from "vitest";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { prisma } from "@/lib/db";
import type { CityStepKind } from "@/prisma/generated/enums";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { hireReviewer } from "@/tests/support/applications/review";

// Each step of a city's way, and each taking back, is written down with who did it, in the words of
// the audit.

const { ghent, amsterdam } = placeIds;

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  await endorseAndConfirm();
  reviewer = await hireReviewer();
  colleague = await hireReviewer("colleague@example.org");
});

const note = "Spoke with the officer of the quay.";
const countSteps = (cityId: number) =>
  prisma.cityStep.count({ where: { cityId, takenBackAt: null } });
const record = async (cityId: number, kind: CityStepKind) =>
  recordStep({
    cityId,
    kind,
    note,
    staffId: reviewer,
    seenSteps: await countSteps(cityId),
    confirmed: 0,
  });

async function takeLastBack(now = new Date()): ReturnType<typeof takeStepBack> {
  const { id } = await prisma.cityStep.findFirstOrThrow({
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return takeStepBack(id, colleague, now);
}

const eventsOf = async (cityId: number) => {
  const events = await prisma.event.findMany({
    where: { cityId, actor: "staff" },
    orderBy: { id: "asc" },
  });
  return events.map(({ kind, staffId, detail }) => ({
    kind,
    by: staffId === reviewer ? "reviewer" : "colleague",
    detail,
  }));
};

test.each<[CityStepKind, number, CityStepKind[]]>([
  ["contacted", ghent, []],
  ["on_hold", amsterdam, []],
  ["resumed", amsterdam, ["on_hold"]],
])(
  "that a city is %s is one event, and another when it is taken back",
  async (kind, cityId, before) => {
    for (const earlier of before) await record(cityId, earlier);
    const known = (await eventsOf(cityId)).length;
    expect([await record(cityId, kind), await takeLastBack()]).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect((await eventsOf(cityId)).slice(known)).toEqual([
      { kind: `city_${kind}`, by: "reviewer", detail: {} },
      { kind: "city_step_taken_back", by: "colleague", detail: { kind } },
    ]);
  },
);

test("a city that leaves and comes back is off the list and on it again in the events too", async () => {
  expect([await record(amsterdam, "left"), await takeLastBack()]).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await eventsOf(amsterdam)).toEqual([
    {
      kind: "signatory_removed",
      by: "reviewer",
      detail: { name: "Amsterdam", signedOn: "2018-11-14", announcedOn: null, isFounder: true },
    },
    { kind: "city_left", by: "reviewer", detail: {} },
    { kind: "signatory_added", by: "colleague", detail: {} },
    { kind: "city_step_taken_back", by: "colleague", detail: { kind: "left" } },
  ]);
});

test("the row says who recorded it and who took it back, and what staff noted stands nowhere else", async () => {
  await record(ghent, "contacted");
  const now = new Date();
  await takeLastBack(now);
  expect(await prisma.cityStep.findFirst()).toMatchObject({
    kind: "contacted",
    note,
    staffId: reviewer,
    takenBackById: colleague,
    takenBackAt: now,
  });
  expect(JSON.stringify(await eventsOf(ghent))).not.toContain("quay");
});

test("what is refused is no event: a step that does not come next, and what is taken back too late or twice", async () => {
  expect(await record(ghent, "left")).toEqual({ ok: false, reason: "changedMeanwhile" });
  expect(
    await recordStep({
      cityId: ghent,
      kind: "contacted",
      note: null,
      staffId: reviewer,
      seenSteps: 1,
    }),
  ).toEqual({ ok: false, reason: "changedMeanwhile" });
  expect(await eventsOf(ghent)).toEqual([]);

  await record(ghent, "contacted");
  const dayLater = (minutes: number) => new Date(Date.now() + 86_400_000 + minutes * 60_000);
  expect(await takeLastBack(dayLater(1))).toEqual({ ok: false, reason: "tooLate" });
  expect([await takeLastBack(dayLater(-1)), await takeLastBack(dayLater(-1))]).toEqual([
    { ok: true },
    { ok: false, reason: "tooLate" },
  ]);
  expect((await eventsOf(ghent)).map(({ kind }) => kind)).toEqual([
    "city_contacted",
    "city_step_taken_back",
  ]);
});
