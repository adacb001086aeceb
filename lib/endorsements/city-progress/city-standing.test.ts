import { expect, test } from "vitest";
import {
  possibleSteps,
  stagesOf,
  standingOf,
  type CityFacts,
} from "@/lib/endorsements/city-progress/city-standing";
import type { CityStepKind } from "@/prisma/generated/enums";

const on = (day: string) => new Date(`${day}T09:00:00Z`);
const step = (kind: CityStepKind, day: string) => ({ kind, recordedAt: on(day) });
const endorsed: CityFacts = { endorsedSince: on("2026-01-10"), signatory: null, steps: [] };
const signed = {
  signedOn: on("2026-05-01"),
  announcedOn: null,
  listedAt: on("2026-05-20"),
  hasApplied: true,
};
const announced = { ...signed, signedOn: null, announcedOn: on("2019-03-28"), hasApplied: false };

test.each<[string, CityFacts, string]>([
  ["residents ask", endorsed, "endorsed"],
  [
    "staff have spoken with the city",
    { ...endorsed, steps: [step("contacted", "2026-02-01")] },
    "contacted",
  ],
  [
    "it signs without having been asked",
    { endorsedSince: null, signatory: signed, steps: [] },
    "signatory",
  ],
  [
    "it signs after all",
    { ...endorsed, signatory: signed, steps: [step("contacted", "2026-02-01")] },
    "signatory",
  ],
  [
    "its membership rests",
    { ...endorsed, signatory: signed, steps: [step("on_hold", "2026-06-01")] },
    "on_hold",
  ],
  [
    "it rests no more",
    {
      ...endorsed,
      signatory: signed,
      steps: [step("on_hold", "2026-06-01"), step("resumed", "2026-07-01")],
    },
    "signatory",
  ],
  [
    "it is suspended while it rests",
    {
      ...endorsed,
      signatory: signed,
      steps: [step("on_hold", "2026-06-01"), step("suspended", "2026-07-01")],
    },
    "suspended",
  ],
  [
    "it leaves",
    { ...endorsed, steps: [step("on_hold", "2026-06-01"), step("left", "2026-07-01")] },
    "left",
  ],
  [
    "it is spoken with again after it left",
    { ...endorsed, steps: [step("left", "2026-07-01"), step("contacted", "2026-08-01")] },
    "contacted",
  ],
  [
    "it signs again after it left on hold",
    {
      ...endorsed,
      signatory: { ...signed, signedOn: on("2026-09-01"), listedAt: on("2026-09-02") },
      steps: [step("on_hold", "2026-06-01"), step("left", "2026-07-01")],
    },
    "signatory",
  ],
  [
    "it is off the list without having left",
    { ...endorsed, steps: [step("on_hold", "2026-06-01")] },
    "endorsed",
  ],
])("where a city stands when %s", (_, facts, standing) => {
  expect(standingOf(facts)).toBe(standing);
  expect(
    stagesOf(facts)
      .filter(({ isPresent }) => isPresent)
      .map((stage) => stage.standing),
  ).toEqual([standing]);
});

test("a member shows what it came past, in order, and never when it applied", () => {
  const stages = stagesOf({
    ...endorsed,
    signatory: signed,
    steps: [step("contacted", "2026-02-01")],
  });
  expect(
    stages.map(({ standing, isPast, since }) => [
      standing,
      isPast,
      since?.toISOString().slice(0, 10) ?? null,
    ]),
  ).toEqual([
    ["endorsed", true, "2026-01-10"],
    ["contacted", true, "2026-02-01"],
    ["applied", true, null],
    ["signatory", false, "2026-05-01"],
  ]);
});

test("a city that was announced shows neither an application nor a day of signing", () => {
  const stages = stagesOf({ ...endorsed, signatory: announced, steps: [] });
  expect(stages.map(({ standing, dateKind }) => [standing, dateKind])).toEqual([
    ["endorsed", null],
    ["signatory", "announced"],
  ]);
});

test("nobody reads of a city that has not signed that it may be put on hold or leave", () => {
  expect(stagesOf(endorsed).map(({ standing }) => standing)).toEqual([
    "endorsed",
    "contacted",
    "applied",
    "signatory",
  ]);
});

test("a city that has left shows that it was a signatory", () => {
  const stages = stagesOf({ ...endorsed, steps: [step("left", "2026-07-01")] });
  expect(stages.map(({ standing, isPast }) => [standing, isPast])).toEqual([
    ["endorsed", true],
    ["signatory", true],
    ["left", false],
  ]);
});

test("a city that has not signed shows nothing of an application", () => {
  const applied = stagesOf({ ...endorsed, steps: [step("contacted", "2026-02-01")] }).find(
    ({ standing }) => standing === "applied",
  );
  expect(applied).toEqual({
    standing: "applied",
    since: null,
    dateKind: null,
    isPresent: false,
    isPast: false,
  });
});

test("staff write down only what can come next", () => {
  expect(possibleSteps(endorsed)).toEqual(["contacted"]);
  expect(possibleSteps({ ...endorsed, signatory: signed })).toEqual([
    "on_hold",
    "suspended",
    "left",
  ]);
  expect(
    possibleSteps({ ...endorsed, signatory: signed, steps: [step("on_hold", "2026-06-01")] }),
  ).toEqual(["resumed", "suspended", "left"]);
  expect(
    possibleSteps({ ...endorsed, signatory: signed, steps: [step("suspended", "2026-06-01")] }),
  ).toEqual(["resumed", "left"]);
});
