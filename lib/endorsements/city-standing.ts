import type { CityStepKind } from "@/prisma/generated/enums";

/** The one way that every city goes, in public. */
export const lifeCycle = ["asked", "contacted", "applied", "signatory", "on_hold", "left"] as const;

export type Standing = (typeof lifeCycle)[number];

/** What is publicly known of a city's way. All dates in UTC. */
export type CityFacts = {
  /** The day of the first ask that counted, midnight. */
  askedSince: Date | null;
  /** The day it signed and when it came onto the public list; null where it does not stand there now. */
  signatory: { signedOn: Date; listedAt: Date } | null;
  /** What staff wrote down and nobody took back, oldest first. */
  steps: readonly { kind: CityStepKind; recordedAt: Date }[];
};

/** Where a city stands. That it has applied is nobody's to tell before the application is approved, and then the city is a signatory. */
export function standingOf({ signatory, steps }: CityFacts): Standing {
  if (signatory) return lastStep(steps, ["on_hold", "resumed"], signatory.listedAt)?.kind === "on_hold" ? "on_hold" : "signatory";
  const last = lastStep(steps, ["contacted", "left"]);
  return last?.kind === "left" || last?.kind === "contacted" ? last.kind : "asked";
}

/** One stage of the way: since when, where that is public, and whether the city has come so far. */
export type Stage = { standing: Standing; since: Date | null; isPresent: boolean; isPast: boolean };

/** The whole way with what is known of each stage. */
export function stagesOf(facts: CityFacts): Stage[] {
  const present = standingOf(facts);
  const position = lifeCycle.indexOf(present);
  const dates: Record<Standing, Date | null> = {
    asked: facts.askedSince,
    contacted: lastStep(facts.steps, ["contacted"])?.recordedAt ?? null,
    applied: null,
    signatory: facts.signatory?.signedOn ?? null,
    on_hold: present === "on_hold" ? (lastStep(facts.steps, ["on_hold"])?.recordedAt ?? null) : null,
    left: present === "left" ? (lastStep(facts.steps, ["left"])?.recordedAt ?? null) : null,
  };
  const wasSignatory = position >= lifeCycle.indexOf("signatory");
  // A city may sign without having been asked or contacted, and leave without having been on hold.
  const isPast = (standing: Standing, index: number) => index < position && (dates[standing] !== null || (wasSignatory && ["applied", "signatory"].includes(standing)));
  return lifeCycle.map((standing, index) => ({ standing, since: dates[standing], isPresent: standing === present, isPast: isPast(standing, index) }));
}

/** The steps that staff can write down of a city now. */
export function possibleSteps(facts: CityFacts): CityStepKind[] {
  const standing = standingOf(facts);
  if (standing === "signatory") return ["on_hold", "left"];
  if (standing === "on_hold") return ["resumed", "left"];
  return ["contacted"];
}

const lastStep = (steps: CityFacts["steps"], kinds: readonly CityStepKind[], after?: Date) =>
  steps.findLast(({ kind, recordedAt }) => kinds.includes(kind) && (!after || recordedAt >= after));
