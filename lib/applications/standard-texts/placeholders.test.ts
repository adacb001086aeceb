import { expect, test } from "vitest";
import { fillIn, findWrongPlaceholder } from "@/lib/applications/standard-texts/placeholders";

const ghent = { applicant: "Ada", city: "Ghent", reference: "CC-2026-0001" };

test("what is left open is filled in, wherever it stands and however often", () => {
  expect(fillIn("{applicant}: {city}, {city} ({reference})", ghent)).toBe(
    "Ada: Ghent, Ghent (CC-2026-0001)",
  );
});

test("a name that looks like something left open stays as it is", () => {
  expect(fillIn("To {applicant} of {city}", { ...ghent, applicant: "{city}" })).toBe(
    "To {city} of Ghent",
  );
});

test.each([
  ["Dear {mayor},", "{mayor}"],
  ["Dear { city },", "{ city }"],
  ["Dear {},", "{}"],
  ["Dear {city,", "{"],
  ["Dear city},", "}"],
  ["{constructor}", "{constructor}"],
])("%s has something wrong: %s", (body, wrong) => {
  expect(findWrongPlaceholder(body)).toBe(wrong);
});

test("a text with what is known, or with nothing left open, is right", () => {
  expect(findWrongPlaceholder("{applicant} of {city}, {reference}")).toBeNull();
  expect(findWrongPlaceholder("No mandate.")).toBeNull();
});
