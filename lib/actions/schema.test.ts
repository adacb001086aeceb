import { expect, test } from "vitest";
import { choicesIn } from "@/lib/actions/choices";
import { filterPath } from "@/lib/actions/filter-path";
import { actionFilterSchema, fitsFilter } from "@/lib/actions/schema";
import { defaultLocale } from "@/lib/i18n/locales";
import { canonicalPath } from "@/lib/front/routes";
import { actionOf } from "@/tests/support/public/actions";

test("what an address asks for is read, and what it cannot mean is left out", () => {
  expect(
    actionFilterSchema.parse({
      area: "principle_2",
      city: "ghent",
      country: "BE",
      status: "planned",
      page: "3",
    }),
  ).toEqual({ area: "principle_2", city: "ghent", country: "BE", status: "planned", page: 3 });
  expect(
    actionFilterSchema.parse({
      area: "principle_6",
      city: "../x",
      country: ["BE"],
      status: "",
      page: "0",
    }),
  ).toEqual({ page: 1 });
});

test("the front door lets every choice through", () => {
  const address = `/en${filterPath({ area: "process", city: "ghent", country: "BE", status: "planned" })}`;
  expect(canonicalPath("/en/actions", new URL(address, "http://any.example").searchParams)).toBe(
    address,
  );
  expect(filterPath({ area: undefined })).toBe("/actions");
});

test.each([
  [{}, true],
  [{ area: "principle_1", city: "ghent", country: "BE", status: "in_place" }, true],
  [{ area: "principle_2" }, false],
  [{ city: "antwerp" }, false],
  [{ country: "NL" }, false],
  [{ status: "planned" }, false],
] as const)("%o of an action of Ghent: %s", (filter, fits) => {
  expect(fitsFilter(filter)(actionOf())).toBe(fits);
});

test("what was chosen is told in words, with what it would be without each choice", () => {
  const all = [actionOf(), actionOf({ city: "eindhoven" })];
  expect(choicesIn(defaultLocale, { city: "eindhoven", status: "planned" }, all)).toEqual([
    { name: "Eindhoven", others: { status: "planned" }, actions: 0 },
    { name: "Planned", others: { city: "eindhoven" }, actions: 1 },
  ]);
  expect(choicesIn(defaultLocale, { area: "principle_1", country: "BE" }, all)).toEqual([
    { name: "Equal access", others: { country: "BE" }, actions: 1 },
    { name: "Belgium", others: { area: "principle_1" }, actions: 2 },
  ]);
  expect(choicesIn(defaultLocale, {}, all)).toEqual([]);
});
