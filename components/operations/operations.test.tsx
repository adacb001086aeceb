import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { factsOf } from "@/components/operations/facts-of";
import { FindingList } from "@/components/operations/finding-list";
import { jobLabels } from "@/components/operations/job-labels";
import type { Area } from "@/lib/operations/finding";
import { judge } from "@/lib/operations/judge";
import { ago, readings } from "@/tests/support/staff/readings";
import { readFileSync } from "node:fs";

function factOf(area: Area, key: string, changes?: Parameters<typeof readings>[0]): string {
  const fact = factsOf(area, readings(changes)).find((each) => each.key === key);
  return renderToStaticMarkup(<>{fact?.value}</>).replace(/<[^>]+>/g, "");
}

test("each finding says what is wrong and what to do about it, in words", () => {
  const mails = { undelivered: 1, oldestUndeliveredAt: ago(5 * 3_600_000), failed: 0 };
  const html = renderToStaticMarkup(
    <FindingList findings={judge(readings({ database: { mails } }))} />,
  );
  expect(html).toContain("Error");
  expect(html).toContain("An email has waited for 5 hours.");
  expect(html).toContain("Look whether the mail server answers.");
});

test("where nothing is wrong, the list says so", () => {
  const html = renderToStaticMarkup(<FindingList findings={judge(readings())} />);
  expect(html).toContain("Everything that the site knows is in order.");
});

test("what is in order is told too", () => {
  expect(factOf("database", "Engine")).toBe("PostgreSQL 17.6");
  expect(factOf("database", "Size")).toBe("50 MB");
  expect(factOf("mails", "The oldest waits")).toBe("None waits");
  expect(factOf("jobs", "Counts of residents")).toBe("Just now, every 5 seconds.");
  expect(factOf("backups", "Last backup")).toContain("60 minutes ago");
  expect(factOf("process", "Memory")).toBe("200 MB of 512 MB");
  expect(factOf("process", "Pages in memory")).toBe("40 pages, 1.5 MB of 64 MB");
});

test("while the database is away, nothing is made up of it", () => {
  for (const area of ["database", "mails", "backups"] as const)
    expect(factOf(area, "Unknown", { database: null })).toBe("The database does not answer.");
});

test("each job that the worker repeats has a name on the page", () => {
  const worker = readFileSync("lib/jobs/worker.ts", "utf8");
  const names = [...worker.matchAll(/repeat\(\s*"(\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(Object.keys(jobLabels).sort()).toEqual(names.sort());
});
