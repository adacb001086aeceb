import { expect, test } from "vitest";
import { fitsSlot } from "@/lib/i18n/fits-slot";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";

// "ar" is no language of the site yet: what holds in it must hold before it is added.
const arabic = "ar" as Locale;

test.each([
  [defaultLocale, "Ghent", true],
  [defaultLocale, "Sint-Jans-Molenbeek", true],
  [defaultLocale, "עכו", false],
  [defaultLocale, "6 أكتوبر", false],
  [arabic, "Ghent", true],
  [arabic, "عمان", false],
])("in %s, %s stands in sentences as a slot does: %s", (locale, name, expected) =>
  expect(fitsSlot(locale, name)).toBe(expected),
);
