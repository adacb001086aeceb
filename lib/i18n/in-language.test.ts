import { expect, it } from "vitest";
import { inLanguage } from "@/lib/i18n/in-language";

it.each([
  ["/en", "/nl"],
  ["/en/cities/ghent", "/nl/cities/ghent"],
  ["/en/endorsements/abc/end", "/nl/endorsements/abc/end"],
  ["/en/no-such-page", "/nl"],
  ["/en/busy-with-answers", "/nl"],
  ["/nothing/here", "/nl"],
])("leads from %s to %s", (path, expected) => {
  expect(inLanguage(path, "en", "nl")).toBe(expected);
});
