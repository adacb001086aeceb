import {
  signatoryDateOf,
  type SignatoryDate,
  type SignatoryDates,
} from "@/lib/cities/signatory-date";
import type { CityStepKind } from "@/prisma/generated/enums";

/** In this order; a city may skip some. */
const lifeCycle = [
  "endorsed",
  "contacted",
  "applied",
  "signatory",
  "on_hold",
  "suspended",
  "left",
] as const;

export type Standing = (typeof lifeCycle)[number];

const usualWay: ReadonlySet<Standing> = new Set(["endorsed", "contacted", "applied", "signatory"]);

/** Public facts only, dates in UTC. */
export type CityFacts = {
  /** Midnight of the day of the first endorsement that counted. */
  endorsedSince: Date | null;
  /** Null if the city is not on the public list now; `listedAt` is when it came there. */
  signatory: (SignatoryDates & { listedAt: Date; hasApplied: boolean }) | null;
  /** Without those taken back, oldest first. */
  steps: readonly { kind: CityStepKind; recordedAt: Date }[];
};

/** Never `applied`: applications are confidential until approved, which makes a signatory. */
export function standingOf({ signatory, steps }: CityFacts): Standing {
  if (signatory) {
    const latest = lastStep(steps, ["on_hold", "suspended", "resumed"], signatory.listedAt)?.kind;
    return latest === "on_hold" || latest === "suspended" ? latest : "signatory";
  }
  const last = lastStep(steps, ["contacted", "left"]);
  return last?.kind === "left" || last?.kind === "contacted" ? last.kind : "endorsed";
}

export type Stage = {
  standing: Standing;
  since: Date | null;
  dateKind: SignatoryDate["kind"] | null;
  isPresent: boolean;
  isPast: boolean;
};

/** All usual stages before a city has signed; afterwards those known to have happened. */
export function stagesOf(facts: CityFacts): Stage[] {
  const present = standingOf(facts);
  const position = lifeCycle.indexOf(present);
  const signature = facts.signatory && signatoryDateOf(facts.signatory);
  const dates: Record<Standing, Date | null> = {
    endorsed: facts.endorsedSince,
    contacted: lastStep(facts.steps, ["contacted"])?.recordedAt ?? null,
    applied: null,
    signatory: signature?.date ?? null,
    on_hold:
      present === "on_hold" ? (lastStep(facts.steps, ["on_hold"])?.recordedAt ?? null) : null,
    suspended:
      present === "suspended" ? (lastStep(facts.steps, ["suspended"])?.recordedAt ?? null) : null,
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

export function possibleSteps(facts: CityFacts): CityStepKind[] {
  const standing = standingOf(facts);
  if (standing === "signatory") return ["on_hold", "suspended", "left"];
  if (standing === "on_hold") return ["resumed", "suspended", "left"];
  if (standing === "suspended") return ["resumed", "left"];
  return ["contacted"];
}

const lastStep = (steps: CityFacts["steps"], kinds: readonly CityStepKind[], after?: Date) =>
  steps.findLast(({ kind, recordedAt }) => kinds.includes(kind) && (!after || recordedAt >= after));
