import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LitWindows } from "@/components/home/lit-windows";
import { litWindows, Skyline } from "@/components/home/skyline";
import { defaultLocale } from "@/lib/i18n/locales";

const goal = 100;
/** Corners of the windows that are lit, by tower. */
const litIn = (signatories: number) =>
  [
    ...renderToStaticMarkup(
      <Skyline signatories={signatories} goal={goal} label="A skyline" />,
    ).matchAll(/<path d="([^"]*)" class="forced-colors:fill/g),
  ].map(([, panes = ""]) => panes.match(/M\d+ \d+/g) ?? []);

test("a window is lit for each city, and all of them once the goal is reached", () => {
  expect([0, 26, 100, 300].map((cities) => litWindows(cities, goal))).toEqual([0, 26, 100, 100]);
  expect(litIn(26).flat()).toHaveLength(26);
  expect(litIn(300).flat()).toHaveLength(goal);
});

test("the first windows are those of the ground floor, from the first tower on", () => {
  expect(litIn(5)).toEqual([["M4 137", "M18 137", "M32 137", "M46 137"], ["M72 137"], [], [], []]);
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
