import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MonthChart } from "@/components/statistics/month-chart";
import { defaultLocale } from "@/lib/i18n/locales";

const draw = (first: (number | null)[], second: (number | null)[]) =>
  renderToStaticMarkup(
    <MonthChart
      locale={defaultLocale}
      label="Emails. The numbers are in the table below."
      months={["2026-10", "2026-11"]}
      series={[
        { name: "Sent", values: first },
        { name: "Given up", values: second },
      ]}
    />,
  );

const bars = (html: string) => [...html.matchAll(/<rect [^>]*class="([^"]+)"/g)].map(([, c]) => c);
const inLegend = 2;

test("a bar stands for each number, and none for what is not known or nothing", () => {
  expect(bars(draw([4, 2], [1, 3]))).toHaveLength(4 + inLegend);
  expect(bars(draw([4, null], [0, null]))).toHaveLength(1 + inLegend);
});

test("the two kinds differ without colour: one is full, one is hollow", () => {
  const html = draw([4], [4]);
  expect(bars(html).filter((classes) => classes?.includes("fill-paper"))).toHaveLength(2);
  expect(bars(html).filter((classes) => classes?.includes("fill-accent"))).toHaveLength(2);
});

test("the scale ends at a round number that none exceeds", () => {
  const scale = (highest: number) =>
    [...draw([highest], [0]).matchAll(/text-anchor="end"[^>]*>([^<]+)</g)].map(([, n]) => n);
  expect(scale(0)).toEqual(["0", "1", "2"]);
  expect(scale(7)).toEqual(["0", "5", "10"]);
  expect(scale(11)).toEqual(["0", "10", "20"]);
  expect(scale(4_321)).toEqual(["0", "2,500", "5,000"]);
});

test("the numbers of the scale have room", () => {
  const html = draw([8_000], [0]);
  expect(html).toContain(">10,000</text>");
  const [, x] = /<text x="(\d+)"[^>]*>10,000</.exec(html) ?? [];
  // A digit of 11 pixels is some 6.5 wide.
  expect(Number(x)).toBeGreaterThan(5 * 6.5 + 3);
});

test("it is named for those who do not see it", () => {
  expect(draw([1], [1])).toMatch(
    /role="img" aria-labelledby="([^"]+)"[^>]*><title id="\1">Emails\. The numbers/,
  );
});
