import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CoverageTable } from "@/components/actions/coverage-table";
import { coverageOf } from "@/lib/actions/coverage";
import { defaultLocale } from "@/lib/i18n/locales";
import { actionOf } from "@/tests/support/public/actions";

const coverage = coverageOf([
  actionOf({ area: "principle_3", principle: 3 }),
  actionOf({ area: "principle_3", principle: 3, city: "antwerp" }),
  actionOf({ area: "principle_3", principle: 3, city: "eindhoven", status: "planned" }),
]);

const rowOf = (html: string, area: string) =>
  html.split("<tr").find((row) => row.includes(`?area=${area}`)) ?? "";

const draw = (members: number) =>
  renderToStaticMarkup(
    <CoverageTable locale={defaultLocale} coverage={coverage} members={members} />,
  );

test("the bar is as wide as all members, and drawn from the numbers beside it", () => {
  const row = rowOf(draw(26), "principle_3");
  expect(row).toContain('viewBox="0 0 26 1"');
  expect(row).toContain('<rect width="2" height="1"></rect>');
  expect(row).toMatch(/<rect x="2" width="1" height="1" opacity="[\d.]+"><\/rect>/);
  expect([...row.matchAll(/<td[^>]*>(\d+)<\/td>/g)].map(([, number]) => number)).toEqual([
    "2",
    "1",
  ]);
});

test("without members it is empty and still a picture", () => {
  expect(rowOf(draw(0), "process")).toContain('viewBox="0 0 1 1"');
});
