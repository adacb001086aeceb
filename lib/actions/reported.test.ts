import { describe, expect, it, test } from "vitest";
import { listPrinciples, listReportedActions } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";

describe.each(await listReportedActions(defaultLocale))("$slug", ({ slug, city, reported }) => {
  it("has a name that begins with its city", () => {
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
