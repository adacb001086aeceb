import { afterAll, describe, expect, it } from "vitest";
import { defaultLocale, locales, readMessages } from "@/lib/i18n/locales";
import { recordResult } from "@/tests/support/runners/record-result";

afterAll(() => recordResult("languages", { value: locales.length, sample: locales.length }));

/** Every message's place, e.g. `home.title`. A list is one message. */
function keysOf(messages: unknown, place: string[] = []): string[] {
  if (typeof messages !== "object" || messages === null || Array.isArray(messages))
    return [place.join(".")];
  return Object.entries(messages).flatMap(([key, value]) => keysOf(value, [...place, key]));
}

const unknownKeys = (english: unknown, translated: unknown): string[] => {
  const known = new Set(keysOf(english));
  return keysOf(translated).filter((key) => !known.has(key));
};

describe.each(locales)("the messages in %s", (locale) => {
  it("have no key that English does not have", () => {
    expect(unknownKeys(readMessages(defaultLocale), readMessages(locale))).toEqual([]);
  });

  it("say something under every key", () => {
    const empty = JSON.stringify(readMessages(locale)).match(/"[^"]*":(""|null|\[\])/g);
    expect(empty).toBeNull();
  });
});

it("notices a key that a translation has alone, at any depth", () => {
  const english = { home: { title: "Home" }, areas: { examples: ["one", "two"] } };
  const german = {
    home: { title: "Start", heading: "Start" },
    areas: { examples: ["eins"] },
    imprint: "Impressum",
  };
  expect(unknownKeys(english, german)).toEqual(["home.heading", "imprint"]);
});
