import { describe, expect, it, test } from "vitest";
import { slugOf } from "@/lib/cities/slug";
import { listPrinciples, listReportedActions } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";
import { firstSignatoryNames } from "@/prisma/seed/signatories";

describe.each(await listReportedActions(defaultLocale))("$slug", ({ slug, city, reported }) => {
  it("is of a city that is known, which its name begins with", () => {
    expect(firstSignatoryNames.map(slugOf)).toContain(city);
    expect(slug.startsWith(`${city}-`)).toBe(true);
  });

  it("was reported on a day that has been", () => {
    expect(new Date(reported).getTime()).toBeLessThan(Date.now());
  });
});

test("areas have the short titles of their principles", async () => {
  const { areas } = messagesOf(defaultLocale).actions;
  for (const { number, shortTitle } of await listPrinciples(defaultLocale))
    expect(areas[`principle_${number}`]).toBe(shortTitle);
});
