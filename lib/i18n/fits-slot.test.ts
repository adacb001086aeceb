import { expect, test } from "vitest";
import { fitsSlot } from "@/lib/i18n/fits-slot";
import type { Locale } from "@/lib/i18n/locales";

// "ar" is no language of the site yet: what holds in it must hold before it is added.
const arabic = "ar" as Locale;

test.each([
  ["en", "Ghent", true],
  ["en", "Sint-Jans-Molenbeek", true],
  ["en", "עכו", false],
  ["en", "6 أكتوبر", false],
  [arabic, "Ghent", true],
  [arabic, "عمان", false],
] as const)("in %s, %s stands in sentences as a slot does: %s", (locale, name, expected) =>
  expect(fitsSlot(locale, name)).toBe(expected),
);
