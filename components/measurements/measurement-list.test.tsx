import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MeasurementList } from "@/components/measurements/measurement-list";
import { ReleaseNotice } from "@/components/measurements/release-notice";
import { defaultLocale } from "@/lib/i18n/locales";
import type { Result } from "@/lib/measurements/measurements";
import type { ReleaseResults } from "@/lib/measurements/release-results";

/** What a reader sees, without the elements around it. */
const textOf = (element: React.ReactElement) =>
  renderToStaticMarkup(element)
    .replaceAll(/<\/?(strong|code)[^>]*>/g, "")
    .replaceAll(/<[^>]+>+/g, " ");

const cookies = (result?: Result) =>
  textOf(
    <MeasurementList
      locale={defaultLocale}
      names={["cookies"]}
      results={result ? { cookies: result } : {}}
      values={{}}
    />,
  );

test("a statement stands with what was found", () => {
  expect(cookies({ value: 0, sample: 80 })).toMatch(
    /no cookies\. +Proven +No cookie after 80 pages/,
  );
});

test("a statement that is not true says so, with what was found", () => {
  expect(cookies({ value: 2, sample: 80 })).toMatch(/Not met +2 cookies after 80 pages/);
});

test("a statement without a result says that nothing was measured, and no number", () => {
  expect(cookies()).toMatch(/no cookies\. +Not measured in this build/);
  expect(cookies()).not.toMatch(/Proven|\d/);
});

const notice = (release: ReleaseResults) =>
  textOf(<ReleaseNotice locale={defaultLocale} release={release} />);
const measuredAt = new Date("2026-11-28T21:30:00Z");

test("the notice names day and commit of the tests, and counts", () => {
  const results = { cookies: { value: 0, sample: 80 }, languages: { value: 1, sample: 1 } };
  const text = notice({ of: "thisBuild", measuredAt, commit: "4bd18c8", results });
  expect(text).toContain("28 November 2026");
  expect(text).toContain("Commit: 4bd18c8");
  expect(text).toContain("Of 15 statements, 1 is proven, 1 is not met, and 13 were not measured.");
});

test("without results of this build the notice claims nothing", () => {
  expect(notice({ of: "nothing" })).toContain("no statement below is proven");
  const other = notice({ of: "anotherBuild", measuredAt, commit: null });
  expect(other).toContain("another build, tested on 28 November 2026");
  expect(other).toContain("no statement below is proven");
});
