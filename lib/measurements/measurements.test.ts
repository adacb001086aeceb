import { expect, test } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";
import { measurementNames, measurements, verdictOf } from "@/lib/measurements/measurements";

test("a statement without a result is not proven", () => {
  expect(verdictOf("cookies", undefined)).toBe("notMeasured");
});

test("a test that looked at no page proves nothing", () => {
  expect(verdictOf("cookies", { value: 0, sample: 0 })).toBe("notMeasured");
});

test("a page of 9,000 bytes is small enough, and one byte more is not", () => {
  expect(verdictOf("pageBytes", { value: 9_000, sample: 80 })).toBe("kept");
  expect(verdictOf("pageBytes", { value: 9_001, sample: 80 })).toBe("missed");
});

test("one language is too few, and two are enough", () => {
  expect(verdictOf("languages", { value: 1, sample: 1 })).toBe("missed");
  expect(verdictOf("languages", { value: 2, sample: 2 })).toBe("kept");
});

test("a statement that takes several tests is not proven by one of them", () => {
  const result = { value: 0, sample: 30 };
  expect(verdictOf("accessFaults", { ...result, parts: ["cities"] })).toBe("notMeasured");
  expect(verdictOf("accessFaults", result)).toBe("notMeasured");
  expect(verdictOf("accessFaults", { ...result, parts: ["cities", "others"] })).toBe("kept");
});

test("every principle has its statements, and each has its texts", () => {
  const principles = new Set(measurementNames.map((name) => measurements[name].principle));
  expect([...principles].sort()).toEqual([1, 2, 3, 4, 5]);
  const { says, found } = messagesOf(defaultLocale).measured;
  expect([Object.keys(says), Object.keys(found)]).toEqual([measurementNames, measurementNames]);
});
