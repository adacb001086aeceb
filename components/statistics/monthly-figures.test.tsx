import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MonthlyFigures } from "@/components/statistics/monthly-figures";
import { defaultLocale } from "@/lib/i18n/locales";

test("a picture has a table with its numbers, and says there what is missing", () => {
  const html = renderToStaticMarkup(
    <MonthlyFigures
      locale={defaultLocale}
      title="Emails"
      months={["2026-10", "2026-11"]}
      counted={{ name: "Written", values: [9, 8], missing: "–" }}
      drawn={[
        { name: "Sent", values: [1_234, null], missing: "not counted" },
        { name: "Given up", values: [0, 7], missing: "not counted" },
      ]}
    />,
  );
  expect(html).toContain("<title");
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(?:<time[^>]*>)?([^<]*)/g)].map(([, cell]) => cell),
  );
  expect(rows).toEqual([
    ["Month", "Written", "Sent", "Given up"],
    ["October 2026", "9", "1,234", "0"],
    ["November 2026", "8", "not counted", "7"],
  ]);
});
