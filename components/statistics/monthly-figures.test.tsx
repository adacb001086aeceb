import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MonthlyFigures } from "@/components/statistics/monthly-figures";
import { defaultLocale } from "@/lib/i18n/locales";

const render = (since: Date | null) =>
  renderToStaticMarkup(
    <MonthlyFigures
      locale={defaultLocale}
      title="Emails"
      months={["2026-10", "2026-11"]}
      since={since}
      counted={{ name: "Written", values: [9, 8], missing: "–" }}
      drawn={[
        { name: "Sent", values: [1_234, null], missing: "not counted" },
        { name: "Given up", values: [0, 7], missing: "not counted" },
      ]}
    />,
  );

test("a picture has a table with its numbers, and says there what is missing", () => {
  const html = render(new Date("2025-01-01"));
  expect(html).toContain("<title");
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(?:<time[^>]*>)?([^<]*)/g)].map(([, cell]) => cell),
  );
  expect(rows).toEqual([
    ["Month", "Written", "Sent", "Given up"],
    ["Oct 2026", "9", "1,234", "0"],
    ["Nov 2026", "8", "not counted", "7"],
  ]);
});

test.each([new Date("2026-11-28"), null])(
  "months before anything was counted are left out, and one month is no picture: %s",
  (since) => {
    const html = render(since);
    expect(html).toContain("Nov 2026");
    expect(html).not.toContain("Oct 2026");
    expect(html).not.toContain("<title");
  },
);
