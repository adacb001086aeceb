import { z } from "zod";
import { workingDaysWithStaff, type ClockEvent } from "@/lib/applications/review/review-clock";
import {
  reopeningCauses,
  type ReopeningCause,
} from "@/lib/applications/decision-log/reopening-causes";
import { isoDay } from "@/lib/durations";
import { CityLinkKind, DeclineReason, type EventKind } from "@/prisma/generated/enums";

/** In the order in which pages list them. */
export const decisionOutcomes = [
  "approved",
  "declined",
  "reopened",
  "on_hold",
  "suspended",
  "resumed",
  "left",
  "renamed",
  "merged",
  "duplicate",
  "taken_back",
  "corrected",
] as const;

export type DecisionOutcome = (typeof decisionOutcomes)[number];

const correctableFacts = ["name", "signedOn", "announcedOn", "isFounder"] as const;

export type CorrectedFact = (typeof correctableFacts)[number];

export type DecisionEntry = {
  /** For good, and without saying how much else happened, as the number of an event would. */
  id: string;
  date: Date;
  cityId: number;
  outcome: DecisionOutcome;
  /** Why an application was declined. */
  reason: DeclineReason | null;
  /** Why a decision on an application was taken back. Null where it was not recorded. */
  cause: ReopeningCause | null;
  /** What of an entry on the public list was corrected. */
  correctedFacts: readonly CorrectedFact[];
  /** Working days with the staff, since the address was confirmed or the application reopened. */
  daysTaken: number | null;
  /** The earlier entry that this one replaces, takes back or corrects. */
  correctsId: string | null;
};

/** A partial index of the database finds these, and names them too. */
export const decisionLogKinds = [
  "application_confirmed",
  "application_changes_requested",
  "application_answered",
  "application_approved",
  "application_declined",
  "application_reopened",
  "city_on_hold",
  "city_suspended",
  "city_resumed",
  "city_left",
  "city_step_taken_back",
  "signatory_corrected",
  "member_renamed",
  "member_linked",
  "member_link_undone",
] as const satisfies readonly EventKind[];

export type LogEvent = {
  at: Date;
  kind: (typeof decisionLogKinds)[number];
  applicationId: string | null;
  cityId: number;
  detail: unknown;
};

/**
 * A request for changes is no decision: nobody may learn of an application before it is decided.
 *
 * @param events oldest first
 * @returns oldest first
 */
export function decisionEntriesOf(events: readonly LogEvent[]): DecisionEntry[] {
  const log = new DecisionLog();
  for (const event of events) log.read(event);
  return log.entries;
}

type Review = {
  /** Null while it is decided. */
  since: Date | null;
  clock: ClockEvent[];
  decisionId: string | null;
};

type StepOutcome = Extract<
  DecisionOutcome,
  "on_hold" | "suspended" | "resumed" | "left" | "merged" | "duplicate"
>;

type Step = { kind: string; entryId: string };

class DecisionLog {
  readonly entries: DecisionEntry[] = [];
  private readonly reviews = new Map<string, Review>();
  private readonly steps = new Map<number, Step[]>();
  private readonly ids = new Map<string, number>();

  read(event: LogEvent): void {
    const { at, kind, detail } = event;
    const review = this.reviewOf(event);
    switch (kind) {
      case "application_confirmed":
        review.since = at;
        return;
      case "application_changes_requested":
      case "application_answered":
        review.clock.push({ kind, at });
        return;
      case "application_approved":
        return this.decide(event, review, { outcome: "approved" });
      case "application_declined":
        return this.decide(event, review, { outcome: "declined", reason: reasonOf(detail) });
      case "application_reopened":
        this.add(event, {
          outcome: "reopened",
          cause: causeOf(detail),
          correctsId: review.decisionId,
        });
        Object.assign(review, { since: at, clock: [] });
        return;
      case "city_on_hold":
        return this.recordStep(event, "on_hold");
      case "city_suspended":
        return this.recordStep(event, "suspended");
      case "city_resumed":
        return this.recordStep(event, "resumed");
      case "city_left":
        return this.recordStep(event, "left");
      case "city_step_taken_back":
        return this.takeStepBack(event);
      case "signatory_corrected":
        this.add(event, {
          outcome: "corrected",
          correctedFacts: factsOf(detail),
          correctsId: review.decisionId,
        });
        return;
      case "member_renamed":
        return this.rename(event);
      case "member_linked":
        return this.recordStep(event, linkKindOf(detail));
      case "member_link_undone":
        return this.takeStepBack(event);
    }
  }

  private reviewOf({ applicationId }: LogEvent): Review {
    const known = applicationId ? this.reviews.get(applicationId) : undefined;
    const review = known ?? { since: null, clock: [], decisionId: null };
    if (applicationId) this.reviews.set(applicationId, review);
    return review;
  }

  private decide(
    event: LogEvent,
    review: Review,
    decision: Pick<DecisionEntry, "outcome"> & Partial<DecisionEntry>,
  ): void {
    const { since, clock, decisionId } = review;
    const daysTaken = since && workingDaysWithStaff(since, clock, event.at);
    review.decisionId = this.add(event, { ...decision, daysTaken, correctsId: decisionId });
    review.since = null;
  }

  /** Who undoes it renames the city back. */
  private rename(event: LogEvent): void {
    const { data } = undoingSchema.safeParse(event.detail);
    const earlier = data && this.stepsOf(event.cityId).findLast(({ kind }) => kind === "renamed");
    const entryId = this.add(event, { outcome: "renamed", correctsId: earlier?.entryId ?? null });
    const steps = this.stepsOf(event.cityId).filter((step) => step !== earlier);
    this.steps.set(event.cityId, data ? steps : [...steps, { kind: "renamed", entryId }]);
  }

  private recordStep(event: LogEvent, outcome: StepOutcome): void {
    const entryId = this.add(event, { outcome });
    this.steps.set(event.cityId, [...this.stepsOf(event.cityId), { kind: outcome, entryId }]);
  }

  /** That staff had contacted a city was no decision, so taking it back is none either. */
  private takeStepBack(event: LogEvent): void {
    const { cityId, detail } = event;
    const { data } = takenBackSchema.safeParse(detail);
    const step = this.stepsOf(cityId).findLast(({ kind }) => kind === data?.kind);
    if (!step) return;
    this.add(event, { outcome: "taken_back", correctsId: step.entryId });
    this.steps.set(
      cityId,
      this.stepsOf(cityId).filter((each) => each !== step),
    );
  }

  private stepsOf(cityId: number): Step[] {
    return this.steps.get(cityId) ?? [];
  }

  private add(
    { at, cityId }: LogEvent,
    entry: Pick<DecisionEntry, "outcome"> & Partial<DecisionEntry>,
  ): string {
    const id = this.newId(`${isoDay(at)}-${cityId}-${entry.outcome}`);
    this.entries.push({
      ...{ reason: null, cause: null, correctedFacts: [], daysTaken: null, correctsId: null },
      ...entry,
      ...{ id, date: at, cityId },
    });
    return id;
  }

  private newId(base: string): string {
    const number = (this.ids.get(base) ?? 0) + 1;
    this.ids.set(base, number);
    return number === 1 ? base : `${base}-${number}`;
  }
}

const declinedSchema = z.object({ reason: z.enum(DeclineReason) });
const reopenedSchema = z.object({ cause: z.enum(reopeningCauses) });
const takenBackSchema = z.object({ kind: z.string() });
const undoingSchema = z.object({ undoes: z.string() });
const linkedSchema = z.object({ kind: z.enum(CityLinkKind) });
const correctedSchema = z.object({ after: z.record(z.string(), z.unknown()) });

const reasonOf = (detail: unknown): DeclineReason | null =>
  declinedSchema.safeParse(detail).data?.reason ?? null;

const causeOf = (detail: unknown): ReopeningCause | null =>
  reopenedSchema.safeParse(detail).data?.cause ?? null;

function factsOf(detail: unknown): CorrectedFact[] {
  const after = correctedSchema.safeParse(detail).data?.after ?? {};
  return correctableFacts.filter((fact) => fact in after);
}

const linkKindOf = (detail: unknown): CityLinkKind =>
  linkedSchema.safeParse(detail).data?.kind ?? "merged";
