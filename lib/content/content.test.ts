import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { calendarEventSchema } from "@/lib/calendar/schema";
import { findEntry } from "@/lib/content/mdx";
import {
  cityStatementsSchema,
  cityStorySchema,
  commentarySchema,
  declarationSchema,
  newsSchema,
  pageSchema,
  principleSchema,
  reportedActionSchema,
} from "@/lib/content/schema";
import { defaultLocale, locales } from "@/lib/i18n/locales";

/** What a file must be is decided by where it stands. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  pages: pageSchema,
  principles: principleSchema,
  news: newsSchema,
  cities: cityStorySchema,
  statements: cityStatementsSchema,
  actions: reportedActionSchema,
  events: calendarEventSchema,
  declaration: declarationSchema,
  commentary: commentarySchema,
};

const routes = globSync("app/[[]locale]/**/page.tsx").map(
  (file) => file.replace(/^app\/\[locale\]|\/page\.tsx$/g, "") || "/",
);

/** The addresses of the site's own pages that a text links to, without the part after `#`. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/(?:\]\(|href=")(\/[^)#"\s]*)/g)].map(([, address = ""]) => address);

/** Whether a link in a text, written without its language, leads to a page, or to a file. */
function leadsSomewhere(address: string): boolean {
  if (routes.includes(address) || existsSync(`public${address}`)) return true;
  const [, room = "", slug = ""] = address.split("/");
  return (
    routes.includes(`/${room}/[slug]`) &&
    globSync(`content/${defaultLocale}/${room}/{,[1-5]-}${slug}.mdx`).length === 1
  );
}

const files = locales.flatMap((locale) =>
  globSync(`content/${locale}/**/*.mdx`).map((path) => ({
    path,
    locale,
    name: path.slice(`content/${locale}/`.length, -".mdx".length),
  })),
);

describe.each(files)("$path", ({ path, locale, name }) => {
  it("has the front matter of its kind, and is MDX", async () => {
    const schema = schemas[name.split("/")[0] ?? ""];
    if (!schema) throw new Error(`No kind of content stands in the place of ${path}.`);
    expect(await findEntry(locale, name, schema)).toMatchObject({
      locale,
      slug: name.split("/").at(-1),
    });
  });

  it("links to pages that exist, and not to one language of them", () => {
    const broken = linksOf(readFileSync(path, "utf8")).filter(
      (address) => !leadsSomewhere(address),
    );
    expect(broken).toEqual([]);
  });

  it("has its English original", () => {
    expect(existsSync(`content/${defaultLocale}/${name}.mdx`)).toBe(true);
  });
});

it("notices links that lead nowhere", () => {
  const text =
    "[Ghent](/cities/ghent), [privacy](/principles/privacy#title), [nothing](/nothing), [English](/en/cities)";
  expect(linksOf(text).filter((address) => !leadsSomewhere(address))).toEqual([
    "/cities/ghent",
    "/nothing",
    "/en/cities",
  ]);
});
