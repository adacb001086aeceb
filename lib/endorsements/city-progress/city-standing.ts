import {
  signatoryDateOf,
  type SignatoryDate,
  type SignatoryDates,
} from "@/lib/cities/signatory-date";
import type { CityStepKind } from "@/prisma/generated/enums";

/** Where a city can stand, in public. Not every city comes past all of it. */
const lifeCycle = ["asked", "contacted", "applied", "signatory", "on_hold", "left"] as const;

export type Standing = (typeof lifeCycle)[number];

/**
 * What a city comes past that has not signed yet. That it may be put on hold or leave is no part of
 * it.
 */
const usualWay: ReadonlySet<Standing> = new Set(["asked", "contacted", "applied", "signatory"]);

/** What is publicly known of a city's way. All dates in UTC. */
export type CityFacts = {
  /** The day of the first ask that counted, midnight. */
  askedSince: Date | null;
  /**
   * Its dates, when it came onto the public list, and whether by an application; null where it does
   * not stand there now.
   */
  signatory: (SignatoryDates & { listedAt: Date; hasApplied: boolean }) | null;
  /** What staff wrote down and nobody took back, oldest first. */
  steps: readonly { kind: CityStepKind; recordedAt: Date }[];
};

/**
 * Where a city stands. That it has applied is nobody's to tell before the application is approved,
 * and then the city is a signatory.
 */
export function standingOf({ signatory, steps }: CityFacts): Standing {
  if (signatory)
    return lastStep(steps, ["on_hold", "resumed"], signatory.listedAt)?.kind === "on_hold"
      ? "on_hold"
      : "signatory";
  const last = lastStep(steps, ["contacted", "left"]);
  return last?.kind === "left" || last?.kind === "contacted" ? last.kind : "asked";
}

/**
 * One stage: since when, where that is public, what it is the day of, and whether the city has come
 * so far.
 */
export type Stage = {
  standing: Standing;
  since: Date | null;
  dateKind: SignatoryDate["kind"] | null;
  isPresent: boolean;
  isPast: boolean;
};

/** The usual way of a city that has not signed; of any other, what is known to have happened. */
export function stagesOf(facts: CityFacts): Stage[] {
  const present = standingOf(facts);
  const position = lifeCycle.indexOf(present);
  const signature = facts.signatory && signatoryDateOf(facts.signatory);
  const dates: Record<Standing, Date | null> = {
    asked: facts.askedSince,
    contacted: lastStep(facts.steps, ["contacted"])?.recordedAt ?? null,
    applied: null,
    signatory: signature?.date ?? null,
    on_hold:
      present === "on_hold" ? (lastStep(facts.steps, ["on_hold"])?.recordedAt ?? null) : null,
    left: present === "left" ? (lastStep(facts.steps, ["left"])?.recordedAt ?? null) : null,
  };
  const isMember = position >= lifeCycle.indexOf("signatory");
  const isKnown = (standing: Standing) => {
    if (standing === "applied") return facts.signatory?.hasApplied ?? false;
    return dates[standing] !== null || (isMember && standing === "signatory");
  };
  return lifeCycle
    .map((standing, index) => ({
      standing,
      since: dates[standing],
      dateKind: standing === "signatory" ? (signature?.kind ?? null) : null,
      isPresent: standing === present,
      isPast: index < position && isKnown(standing),
    }))
    .filter(
      ({ standing, isPresent, isPast }) =>
        isPresent || isPast || (!isMember && usualWay.has(standing)),
    );
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
