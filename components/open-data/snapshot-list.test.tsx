import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SnapshotList } from "@/components/open-data/snapshot-list";
import { defaultLocale } from "@/lib/i18n/locales";

const draw = (months: string[]) =>
  renderToStaticMarkup(
    <SnapshotList
      locale={defaultLocale}
      snapshots={months.map((month) => ({ month, dataset: "news" }))}
    />,
  );

test("the newest three months have their files, and a file names those of all", () => {
  const html = draw(["2027-03", "2027-02", "2027-01", "2026-12"]);
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
  expect(links).toEqual([
    "/data/v1/snapshots/2027-03/news.json",
    "/data/v1/snapshots/2027-02/news.json",
    "/data/v1/snapshots/2027-01/news.json",
    "/data/v1/snapshots.json",
  ]);
});

test("until there are more months, nothing is said of others", () => {
  expect(draw(["2027-03"])).not.toContain("snapshots.json");
  expect(draw([])).toBe("<p>There is none yet.</p>");
});
