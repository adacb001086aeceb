import { expect, test } from "vitest";
import { readDeclarationWords } from "@/lib/content/declaration-words";
import { listPrinciples } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";

test("what cities have signed since 2018 is the five titles, word for word, and nothing else", async () => {
  const { version, date, principles } = await readDeclarationWords(defaultLocale);
  expect({ version, date }).toEqual({ version: "2018", date: "2018-11-14" });
  expect(principles).toEqual([
    "Universal and equal access to the internet, and digital literacy",
    "Privacy, data protection and security",
    "Transparency, accountability, and non-discrimination of data, content and algorithms",
    "Participatory democracy, diversity and inclusion",
    "Open and ethical digital service standards",
  ]);
});

test("the commentary has a version and a date of its own", async () => {
  const { version, commentary } = await readDeclarationWords(defaultLocale);
  expect(commentary.version).not.toBe(version);
  expect(commentary.date).toMatch(/^2026-/);
});

test("the commentary in words has its preamble, and every article with all its clauses", async () => {
  const { principles, commentary } = await readDeclarationWords(defaultLocale);
  const { preamble, articles } = commentary;
  expect(preamble).toHaveLength(3);
  expect(preamble[0]).toMatch(/^Human rights that people have offline/);
  const numbers = articles.map(({ clauses }) => clauses.map(({ number }) => number));
  expect(numbers).toEqual([
    ["1.1", "1.2", "1.3"],
    ["2.1", "2.2", "2.3"],
    ["3.1", "3.2"],
    ["4.1", "4.2", "4.3"],
    ["5.1", "5.2"],
  ]);
  expect(articles.map(({ title }) => title)).toEqual(principles);
});

test("the pages of the principles have the titles that were signed", async () => {
  const { principles } = await readDeclarationWords(defaultLocale);
  expect((await listPrinciples(defaultLocale)).map(({ title }) => title)).toEqual(principles);
});
