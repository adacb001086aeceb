import { expect, test } from "vitest";
import { readDeclarationWords } from "@/lib/content/declaration-words";
import { listPrinciples } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";

test("the declaration in words has its preamble, and every article with all its clauses", async () => {
  const { preamble, articles } = await readDeclarationWords(defaultLocale);
  expect(preamble).toHaveLength(3);
  expect(preamble[0]).toMatch(/^Human rights that people have offline/);
  expect(articles.map(({ clauses }) => clauses.map(({ number }) => number))).toEqual([["1.1", "1.2", "1.3"], ["2.1", "2.2", "2.3"], ["3.1", "3.2"], ["4.1", "4.2", "4.3"], ["5.1", "5.2"]]);
  expect(articles.map(({ title }) => title)).toEqual((await listPrinciples(defaultLocale)).map(({ title }) => title));
});
