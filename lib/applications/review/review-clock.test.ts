import { expect, test } from "vitest";
import { workingDaysWithStaff } from "@/lib/applications/review/review-clock";

const at = (text: string) => new Date(`2026-11-${text}T09:00Z`);
const asked = (day: string) => ({ kind: "application_changes_requested" as const, at: at(day) });
const answered = (day: string) => ({ kind: "application_answered" as const, at: at(day) });

test("without any request the wait is the time since it was confirmed", () => {
  expect(workingDaysWithStaff(at("02"), [], at("09"))).toBe(5);
  expect(
    workingDaysWithStaff(at("02"), [{ kind: "application_corrected", at: at("04") }], at("09")),
  ).toBe(5);
});

test("the applicant's time does not count, once and twice", () => {
  expect(workingDaysWithStaff(at("02"), [asked("04"), answered("18")], at("19"))).toBe(3);
  expect(
    workingDaysWithStaff(
      at("02"),
      [asked("03"), answered("10"), asked("11"), answered("24")],
      at("25"),
    ),
  ).toBe(3);
});

test("while the applicant is asked, the clock stands still", () => {
  expect(workingDaysWithStaff(at("02"), [asked("04")], at("27"))).toBe(2);
});

test("between a decision and its reopening nobody waits", () => {
  const events = [
    { kind: "application_declined", at: at("03") },
    { kind: "application_reopened", at: at("23") },
  ] as const;
  expect(workingDaysWithStaff(at("02"), events, at("24"))).toBe(2);
});

test("what happened after the moment that is asked about does not matter", () => {
  expect(workingDaysWithStaff(at("02"), [asked("10"), answered("12")], at("06"))).toBe(4);
});
