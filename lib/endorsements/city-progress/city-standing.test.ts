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
const asked: CityFacts = { askedSince: on("2026-01-10"), signatory: null, steps: [] };
const signed = {
  signedOn: on("2026-05-01"),
  announcedOn: null,
  listedAt: on("2026-05-20"),
  hasApplied: true,
};
const announced = { ...signed, signedOn: null, announcedOn: on("2019-03-28"), hasApplied: false };

test.each<[string, CityFacts, string]>([
  ["residents ask", asked, "asked"],
  [
    "staff have spoken with the city",
    { ...asked, steps: [step("contacted", "2026-02-01")] },
    "contacted",
  ],
  [
    "it signs without having been asked",
    { askedSince: null, signatory: signed, steps: [] },
    "signatory",
  ],
  [
    "it signs after all",
    { ...asked, signatory: signed, steps: [step("contacted", "2026-02-01")] },
    "signatory",
  ],
  [
    "its membership rests",
    { ...asked, signatory: signed, steps: [step("on_hold", "2026-06-01")] },
    "on_hold",
  ],
  [
    "it rests no more",
    {
      ...asked,
      signatory: signed,
      steps: [step("on_hold", "2026-06-01"), step("resumed", "2026-07-01")],
    },
    "signatory",
  ],
  [
    "it is suspended while it rests",
    {
      ...asked,
      signatory: signed,
      steps: [step("on_hold", "2026-06-01"), step("suspended", "2026-07-01")],
    },
    "suspended",
  ],
  [
    "it leaves",
    { ...asked, steps: [step("on_hold", "2026-06-01"), step("left", "2026-07-01")] },
    "left",
  ],
  [
    "it is spoken with again after it left",
    { ...asked, steps: [step("left", "2026-07-01"), step("contacted", "2026-08-01")] },
    "contacted",
  ],
  [
    "it signs again after it left on hold",
    {
      ...asked,
      signatory: { ...signed, signedOn: on("2026-09-01"), listedAt: on("2026-09-02") },
      steps: [step("on_hold", "2026-06-01"), step("left", "2026-07-01")],
    },
    "signatory",
  ],
  [
    "it is off the list without having left",
    { ...asked, steps: [step("on_hold", "2026-06-01")] },
    "asked",
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
    ...asked,
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
    ["asked", true, "2026-01-10"],
    ["contacted", true, "2026-02-01"],
    ["applied", true, null],
    ["signatory", false, "2026-05-01"],
  ]);
});

test("a city that was announced shows neither an application nor a day of signing", () => {
  const stages = stagesOf({ ...asked, signatory: announced, steps: [] });
  expect(stages.map(({ standing, dateKind }) => [standing, dateKind])).toEqual([
    ["asked", null],
    ["signatory", "announced"],
  ]);
});

test("nobody reads of a city that has not signed that it may be put on hold or leave", () => {
  expect(stagesOf(asked).map(({ standing }) => standing)).toEqual([
    "asked",
    "contacted",
    "applied",
    "signatory",
  ]);
});

test("a city that has left shows that it was a signatory", () => {
  const stages = stagesOf({ ...asked, steps: [step("left", "2026-07-01")] });
  expect(stages.map(({ standing, isPast }) => [standing, isPast])).toEqual([
    ["asked", true],
    ["signatory", true],
    ["left", false],
  ]);
});

test("a city that has not signed shows nothing of an application", () => {
  const applied = stagesOf({ ...asked, steps: [step("contacted", "2026-02-01")] }).find(
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
  expect(possibleSteps(asked)).toEqual(["contacted"]);
  expect(possibleSteps({ ...asked, signatory: signed })).toEqual(["on_hold", "suspended", "left"]);
  expect(
    possibleSteps({ ...asked, signatory: signed, steps: [step("on_hold", "2026-06-01")] }),
  ).toEqual(["resumed", "suspended", "left"]);
  expect(
    possibleSteps({ ...asked, signatory: signed, steps: [step("suspended", "2026-06-01")] }),
  ).toEqual(["resumed", "left"]);
});
