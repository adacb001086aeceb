import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkNames } from "@/lib/operations/finding";
import { metricsFrom } from "@/lib/operations/metrics";
import { meterInto } from "@/lib/operations/request-metrics";
import { readings } from "@/tests/support/staff/readings";

// What Prometheus and Grafana are given speaks of what the site exports, and of nothing else.

const folder = "deploy/monitoring";
const runbook = readFileSync("docs/operating-watching.md", "utf8");
const alerts = readFileSync(`${folder}/alerts.yml`, "utf8");
const dashboard = readFileSync(`${folder}/grafana-dashboard.json`, "utf8");

type Rule = { alert: string; expr: string; annotations: { summary: string; runbook: string } };
const { rules } = (parse(alerts) as { groups: [{ rules: Rule[] }] }).groups[0];

type Panel = { title: string; targets: { expr: string }[] };
const { panels } = JSON.parse(dashboard) as { panels: Panel[] };

const registry = metricsFrom(() => Promise.resolve(readings()));
meterInto(registry);
const exported = new Set(registry.getMetricsAsArray().map(({ name }) => name));

/** Without what Prometheus makes of a histogram. */
const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/\b(?:coalition|process|nodejs)_\w+/g)].map(([name]) =>
    name.replace(/_(bucket|sum|count)$/, ""),
  );

const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr]),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr])),
] as [string, string][];

test.each(expressions)("%s asks for what is exported: %s", (name, expression) => {
  const names = namesIn(expression);
  if (name !== "SiteDown") expect(names.length).toBeGreaterThan(0);
  expect(names.filter((each) => !exported.has(each))).toEqual([]);
});

test("each metric of the site is told in the runbook, and no other", () => {
  const own = [...exported].filter((name) => name.startsWith("coalition_"));
  const told = new Set([...runbook.matchAll(/`(coalition_\w+)/g)].map(([, name]) => name));
  expect([...told].sort()).toEqual(own.sort());
});

test("each check that an alert names is one of the site's, and each is told in the runbook", () => {
  const named = rules.flatMap(({ expr }) =>
    [...expr.matchAll(/check=~?"([^"]+)"/g)].flatMap(([, pattern = ""]) => pattern.split("|")),
  );
  expect(named.length).toBeGreaterThan(3);
  for (const pattern of named)
    expect(checkNames.filter((check) => new RegExp(`^${pattern}$`).test(check))).not.toEqual([]);
  expect(checkNames.filter((check) => !runbook.includes(`\`${check}\``))).toEqual([]);
});

const headings = [...runbook.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
  heading.toLowerCase().replaceAll(" ", "-"),
);

test.each(rules)("$alert leads to a part of the runbook", ({ annotations }) => {
  const [file, heading = ""] = annotations.runbook.split("#");
  expect(file).toBe("docs/operating-watching.md");
  expect(headings).toContain(heading);
});
