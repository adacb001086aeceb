import { expect, test } from "vitest";
import { decisionEntriesOf, type LogEvent } from "@/lib/applications/decision-log/decision-entries";

const [ghent, antwerp] = [2797656, 2803138];

const of =
  (applicationId: string | null, cityId: number) =>
  (day: string, kind: LogEvent["kind"], detail: object = {}): LogEvent => ({
    at: new Date(`${day}T09:00:00Z`),
    ...{ kind, detail, applicationId, cityId },
  });
const fromGhent = of("one", ghent);
const onGhent = of(null, ghent);
const fromAntwerp = of("other", antwerp);

const read = (...events: LogEvent[]) =>
  decisionEntriesOf(events).map(({ id, daysTaken, correctsId }) => [id, daysTaken, correctsId]);

test("days count from the confirmation, without weekends and without the time for an answer", () => {
  expect(
    read(
      fromGhent("2026-11-02", "application_confirmed"),
      fromGhent("2026-11-04", "application_changes_requested"),
      fromGhent("2026-11-17", "application_answered"),
      fromGhent("2026-11-23", "application_approved"),
    ),
  ).toEqual([["2026-11-23-2797656-approved", 6, null]]);
});

test("after reopening they count anew", () => {
  expect(
    read(
      fromGhent("2026-11-02", "application_confirmed"),
      fromGhent("2026-11-09", "application_declined", { reason: "other" }),
      fromGhent("2026-11-23", "application_reopened", { from: "declined" }),
      fromGhent("2026-11-25", "application_approved"),
    ),
  ).toEqual([
    ["2026-11-09-2797656-declined", 5, null],
    ["2026-11-23-2797656-reopened", null, "2026-11-09-2797656-declined"],
    ["2026-11-25-2797656-approved", 2, "2026-11-09-2797656-declined"],
  ]);
});

test("two applications do not mix, and a decision without a known beginning took nobody knows how long", () => {
  expect(
    read(
      fromGhent("2026-11-02", "application_confirmed"),
      fromAntwerp("2026-11-03", "application_declined", { reason: "duplicate" }),
      fromGhent("2026-11-03", "application_approved"),
    ),
  ).toEqual([
    ["2026-11-03-2803138-declined", null, null],
    ["2026-11-03-2797656-approved", 1, null],
  ]);
});

test("the same decision twice on a day has two ids", () => {
  const decline = fromGhent("2026-11-03", "application_declined", { reason: "other" });
  const reopen = fromGhent("2026-11-03", "application_reopened");
  const ids = decisionEntriesOf([decline, reopen, decline]).map(({ id }) => id);
  expect(ids).toEqual([
    "2026-11-03-2797656-declined",
    "2026-11-03-2797656-reopened",
    "2026-11-03-2797656-declined-2",
  ]);
});

test("of two steps of one kind, the last that holds is taken back", () => {
  const pause = (day: string) => onGhent(day, "city_on_hold");
  const back = (day: string) => onGhent(day, "city_step_taken_back", { kind: "on_hold" });
  expect(
    read(pause("2026-11-02"), pause("2026-11-03"), back("2026-11-03"), back("2026-11-04")),
  ).toEqual([
    ["2026-11-02-2797656-on_hold", null, null],
    ["2026-11-03-2797656-on_hold", null, null],
    ["2026-11-03-2797656-taken_back", null, "2026-11-03-2797656-on_hold"],
    ["2026-11-04-2797656-taken_back", null, "2026-11-02-2797656-on_hold"],
  ]);
});

test("a detail that makes no sense leaves a reason out, not the decision", () => {
  const [entry] = decisionEntriesOf([
    fromGhent("2026-11-03", "application_declined", { reason: "bad weather" }),
  ]);
  expect(entry).toMatchObject({ outcome: "declined", reason: null });
});
