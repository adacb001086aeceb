import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { findChromium } from "@/bin/checks/find-programs.mjs";
import { percentile, type Figure } from "@/tests/bench/table";
import { freePort } from "@/tests/support/database/postgres";
import { startSite } from "@/tests/support/processes/site-process";

const pages = [
  ["home", "/en"],
  ["cities", "/en/cities"],
  ["a city", "/en/cities/amsterdam"],
  ["an article", "/en/news/2019-03-28-cities-set-out-to-be-one-hundred"],
  ["join", "/en/join"],
] as const;

/** What each must reach, of 100. */
const wanted = { accessibility: 100, "best-practices": 100, seo: 100, performance: 98 };

/**
 * Lighthouse's scores on a slow telephone, the middle of some runs. Nothing where there is no
 * Chromium.
 */
export async function measureByLighthouse(runs: number): Promise<Figure[]> {
  const executablePath = findChromium();
  if (!executablePath) return [];
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  const site = await startSite({ DATA_DIR: directory });
  const port = await freePort();
  const args = [
    `--remote-debugging-port=${port}`,
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  const browser = await chromium.launch({ executablePath, args });
  const figures: Figure[] = [];
  for (const [name, path] of pages)
    figures.push(await measurePage(name, site.url + path, port, runs));
  await browser.close();
  await site.end("SIGTERM");
  await rm(directory, { recursive: true, force: true });
  return figures;
}

async function measurePage(name: string, url: string, port: number, runs: number): Promise<Figure> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await runLighthouse(url, port);
    if (result) results.push(result);
  }
  const scores = Object.keys(wanted).map((category) => `${category} ${scoreOf(category, results)}`);
  const failures = listFailures(results[0]);
  return {
    what: `Lighthouse, ${name}${failures.length ? `; not perfect: ${failures.join(", ")}` : ""}`,
    measured: scores.join(", "),
    limit: Object.entries(wanted)
      .map(([category, score]) => `${category} ${score}`)
      .join(", "),
  };
}

/** Once more where it gave no figure, as on a machine that is busy. */
async function runLighthouse(url: string, port: number, triesLeft = 2): Promise<Result | null> {
  const options = { port, onlyCategories: Object.keys(wanted), logLevel: "error" } as const;
  const answer = await lighthouse(url, options);
  const isWhole = Object.keys(wanted).every(
    (category) => typeof answer?.lhr.categories[category]?.score === "number",
  );
  if (answer && isWhole) return answer.lhr;
  return triesLeft > 0 ? runLighthouse(url, port, triesLeft - 1) : null;
}

function scoreOf(category: string, results: Result[]): string {
  const scores = results.flatMap(({ categories }) => categories[category]?.score ?? []);
  return scores.length === 0 ? "no figure" : String(Math.round(100 * percentile(scores, 0.5)));
}

/** What costs points, by Lighthouse's own names. */
function listFailures(result: Result | undefined): string[] {
  if (!result) return ["no result"];
  const counted = Object.values(result.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return [...new Set(counted)].filter((id) => (result.audits[id]?.score ?? 1) < 0.9);
}
