import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prisma } from "@/lib/db";
import { applyMigrations } from "@/lib/database/schema-engine";
import { get } from "@/tests/bench/front/ask";
import { visitSlowly } from "@/tests/bench/front/browser";
import { compare } from "@/tests/bench/front/compare";
import { loadGenerator } from "@/tests/bench/front/load";
import { measureForms, renderCold } from "@/tests/bench/front/rendered";
import { startPlainNext } from "@/tests/bench/front/servers";
import { listCityPaths, loadLargestPlaces, sign } from "@/tests/bench/front/signatories";
import { weigh } from "@/tests/bench/front/weigh";
import { residentMemory } from "@/tests/bench/process-memory";
import { asMs, withThousands, type Figure } from "@/tests/bench/table";
import { startPostgres } from "@/tests/support/database/postgres";
import { startSite, type SiteProcess } from "@/tests/support/processes/site-process";

/** How much is measured. */
type Amount = {
  signatories: number;
  seconds: number;
  coldPages: number;
  differentPages: number;
  visits: number;
};

export const forQuoting: Amount = {
  signatories: 5_000,
  seconds: 4,
  coldPages: 500,
  differentPages: 10_000,
  visits: 5,
};
/** Enough to see that all of it runs. */
export const forTrying: Amount = {
  signatories: 250,
  seconds: 3,
  coldPages: 20,
  differentPages: 300,
  visits: 1,
};

const fewSignatories = 200;
const home = "/en";
const cities = "/en/cities";
const city = "/en/cities/amsterdam";
const article = "/en/news/2019-03-28-cities-set-out-to-be-one-hundred";

type Report = (figures: Figure[]) => Promise<void>;

/**
 * The front door beside a bare Node server, Next's own and nginx, on one PostgreSQL and in one run.
 * Each step is reported as it is done.
 */
export async function measureFrontDoor(amount: Amount, report: Report): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  const postgres = await startPostgres();
  process.env.DATABASE_URL = postgres.url;
  try {
    await applyMigrations(postgres.url);
    await measureServers(postgres.url, directory, amount, report);
  } finally {
    await prisma.$disconnect();
    await postgres.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measureServers(
  databaseUrl: string,
  directory: string,
  amount: Amount,
  report: Report,
): Promise<void> {
  const places = await loadLargestPlaces(amount.signatories);
  const missing = fewSignatories - (await prisma.signatory.count());
  await sign(places.slice(0, missing));
  const site = await startSite({
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    LOG_LEVEL: "error",
  });
  const plain = await startPlainNext(databaseUrl);
  const servers = { site, plain, directory };
  const cityToEndorse = places.at(-1)?.id ?? 0;
  try {
    await report([{ what: "Generator of load", measured: loadGenerator }]);
    await report(await compare("200 signatories", [home, cities, city], servers, amount.seconds));
    await report(await measureForms(site, cityToEndorse, amount.seconds));
    await report(await weigh(site));
    await report(await visit(site, amount.visits));
    await report([
      {
        what: "Memory after all this",
        limit: "320 MB",
        measured: `${withThousands(residentMemory(site.pid))} MB`,
      },
    ]);
    await sign(places.slice(missing));
    const all = `${withThousands(amount.signatories)} signatories`;
    await report(await compare(all, [cities], servers, amount.seconds));
    await report([
      ...(await renderCold(site, amount.coldPages)),
      ...(await fillMemory(site, amount.differentPages)),
    ]);
  } finally {
    await plain.stop();
    await site.end("SIGTERM");
  }
}

/** In a browser on slow 3G with a slow processor. */
async function visit(site: SiteProcess, times: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const path of [home, cities, city, article]) {
    const visited = await visitSlowly(site.url + path, times);
    if (!visited) return [{ what: "Slow 3G", measured: "Chromium is not installed" }];
    const { loaded, largestPaint, blocked, shift } = visited;
    figures.push({
      what: `${path}: slow 3G, processor slowed 4 times`,
      limit: "loaded 2,000 ms, LCP 1,500 ms, blocked 100 ms, shift 0",
      measured: `loaded ${asMs(loaded)}, LCP ${asMs(largestPaint)}, blocked ${asMs(blocked)}, shift ${shift.toFixed(3)}`,
    });
  }
  return figures;
}

/**
 * Half of the addresses are pages, the others nothing. Told at each quarter: what is bounded does
 * not grow from the third to the last.
 */
async function fillMemory(site: SiteProcess, count: number): Promise<Figure[]> {
  const before = residentMemory(site.pid);
  const pages = (await listCityPaths()).slice(0, count / 2);
  const paths = pages.flatMap((path, number) => [path, `/en/nothing-${number}`]);
  const atOnce = 8;
  const quarters: number[] = [];
  for (let from = 0; from < paths.length; from += atOnce) {
    await Promise.all(paths.slice(from, from + atOnce).map((path) => get(site.url + path)));
    if (from + atOnce >= ((quarters.length + 1) * paths.length) / 4)
      quarters.push(residentMemory(site.pid));
  }
  const measured = `${quarters.map(withThousands).join(", ")} MB (${withThousands(before)} MB before)`;
  return [
    {
      what: `Memory at each quarter of ${withThousands(paths.length)} different addresses`,
      limit: "bounded",
      measured,
    },
  ];
}
