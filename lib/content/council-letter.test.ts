import { expect, it } from "vitest";
import { mailtoOf, formatCouncilLetter } from "@/lib/content/council-letter";
import { defaultLocale } from "@/lib/i18n/locales";

it("opens in a mail program with every line of the letter, and to nobody", async () => {
  const letter = await formatCouncilLetter(defaultLocale);
  const opened = new URL(mailtoOf(letter));
  expect(opened.pathname).toBe("");
  expect(opened.searchParams.get("subject")).toBe(letter.subject);
  expect(opened.searchParams.get("body")?.replaceAll("\r\n", "\n")).toBe(
    letter.paragraphs.join("\n\n"),
  );
});

it("names the five principles and the page that an official needs", async () => {
  const { paragraphs } = await formatCouncilLetter(defaultLocale);
  expect(paragraphs.join("\n")).toContain("5. Open and ethical digital service standards");
  expect(paragraphs.join("\n")).toMatch(/https?:\/\/\S+\/en\/joining$/m);
});
