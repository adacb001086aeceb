import { afterEach, expect, test } from "vitest";
import { defaultLocale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/i18n/translator";

const { TZ: zoneOfTests } = process.env;

afterEach(() => {
  process.env.TZ = zoneOfTests;
});

test.each(["UTC", "Asia/Tokyo", "America/Los_Angeles"])(
  "a time is shown with its zone on a machine in %s",
  (zone) => {
    process.env.TZ = zone;
    expect(formatMoment(defaultLocale, new Date("2026-11-23T23:05:00Z"))).toBe(
      "23 November 2026 at 23:05 UTC",
    );
  },
);
