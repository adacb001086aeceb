import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { findCityStatements, findNewsFile } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";

const cities = globSync(`content/${defaultLocale}/statements/*.mdx`).map((file) =>
  basename(file, ".mdx"),
);

async function statementsOf(city: string) {
  const found = await findCityStatements(defaultLocale, city);
  if (!found) throw new Error(`No statement of ${city} is known.`);
  return found;
}

it("is there for the cities whose people spoke on 28 March 2019", () => {
  expect(cities.sort()).toEqual([
    ...["amsterdam", "athens", "austin", "barcelona"],
    ...["berlin", "guadalajara", "london", "new-york-city"],
  ]);
});

describe.each(cities)("the statements of %s", (city) => {
  it("lead to the news of their day, which names the same people", async () => {
    const { source, date, statements } = await statementsOf(city);
    const news = await findNewsFile(defaultLocale, source);
    expect(news?.date).toBe(date);
    const text = readFileSync(`content/${defaultLocale}/news/${source}.mdx`, "utf8");
    for (const { person } of statements) expect(text).toContain(`**${person}**`);
  });
});
