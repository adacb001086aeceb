import { expect, it } from "vitest";
import { isolate } from "@/lib/i18n/isolate";
import { defaultLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

it("isolates a name in a sentence that runs the other way, and leaves all others alone", () => {
  expect(isolate("القدس", "ltr")).toBe("\u2068القدس\u2069");
  expect(isolate("Ghent", "rtl")).toBe("\u2068Ghent\u2069");
  expect(isolate("Ghent", "ltr")).toBe("Ghent");
  expect(isolate("القدس", "rtl")).toBe("القدس");
  expect(isolate("北京", "ltr")).toBe("北京");
});

it("isolates the names in messages, and nothing that a message selects by", () => {
  const t = translator(defaultLocale, "endorseInvitation");
  expect(t("title", { city: "القدس" })).toContain("\u2068القدس\u2069");
  expect(t("link", { city: "Ghent", kind: "thanks" })).toBe("Thank Ghent");
});
