import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LitWindows } from "@/components/home/lit-windows";
import { litWindows, Skyline } from "@/components/home/skyline";
import { defaultLocale } from "@/lib/i18n/locales";

const goal = 100;
const titlesOf = (names: string[]) =>
  [
    ...renderToStaticMarkup(
      <Skyline signatories={names.length} goal={goal} label="A skyline" names={names} />,
    ).matchAll(/<title>(.*?)<\/title>/g),
  ].map(([, title]) => title);

test("each lit window has the name of its city, the first that joined at the lower left", () => {
  const skyline = renderToStaticMarkup(
    <Skyline signatories={2} goal={goal} label="" names={["Amsterdam", "Barcelona"]} />,
  );
  const windowOf = (name: string) =>
    Number(new RegExp(`M(\\d+) \\d+v[^"]*"><title>${name}`).exec(skyline)?.[1]);
  expect(windowOf("Amsterdam")).toBeLessThan(windowOf("Barcelona"));
});

test("a window is lit for each city, and all of them once the goal is reached", () => {
  expect([0, 26, 100, 300].map((cities) => litWindows(cities, goal))).toEqual([0, 26, 100, 100]);
  expect(titlesOf(["Amsterdam", "Barcelona", "New York City"])).toHaveLength(3);
  expect(titlesOf(Array.from({ length: 300 }, (_, index) => `City ${index}`))).toHaveLength(goal);
});

test("the names behind the windows lead to the cities' pages, in their order", () => {
  const cities = [
    { slug: "new-york-city", name: "New York City" },
    { slug: "athens", name: "Athens" },
  ];
  const list = renderToStaticMarkup(<LitWindows locale={defaultLocale} cities={cities} />);
  expect([...list.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    "/en/cities/new-york-city",
    "/en/cities/athens",
  ]);
});

test("without a city there is no list of names", () => {
  expect(renderToStaticMarkup(<LitWindows locale={defaultLocale} cities={[]} />)).toBe("");
});
