import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prisma } from "@/lib/db";
import { applyMigrations } from "@/lib/database/schema-engine";
import { get } from "@/tests/bench/front/ask";
import { visitSlowly } from "@/tests/bench/front/browser";
import { load, loadGenerator, type Load } from "@/tests/bench/front/load";
import {
  startBareNode,
  startNginx,
  startPlainNext,
  type Opponent,
} from "@/tests/bench/front/servers";
import { listCityPaths, loadLargestPlaces, sign } from "@/tests/bench/front/signatories";
import { residentMemory } from "@/tests/bench/process-memory";
import { asMs, percentile, withThousands, type Figure } from "@/tests/bench/table";
import { startPostgres } from "@/tests/support/postgres";
import { startSite, type SiteProcess } from "@/tests/support/site-process";

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
  seconds: 6,
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
  try {
    await report([{ what: "Generator of load", measured: loadGenerator }]);
    await report(
      await compare(
        "200 signatories",
        [home, cities, city],
        site,
        plain,
        directory,
        amount.seconds,
      ),
    );
    await report([...(await weigh(site)), ...(await visit(site, amount.visits))]);
    await sign(places.slice(missing));
    await report(
      await compare(
        `${withThousands(amount.signatories)} signatories`,
        [cities],
        site,
        plain,
        directory,
        amount.seconds,
      ),
    );
    await report([
      ...(await renderCold(site, amount.coldPages)),
      ...(await fillMemory(site, amount.differentPages)),
    ]);
  } finally {
    await plain.stop();
    await site.end("SIGTERM");
  }
}

/** Requests per second, each page at each server. */
async function compare(
  list: string,
  paths: string[],
  site: SiteProcess,
  plain: Opponent,
  directory: string,
  seconds: number,
): Promise<Figure[]> {
  const files = await startNginx(directory, site.url, paths);
  const figures: Figure[] = [];
  for (const path of paths) {
    const ours = await load(site.url + path, seconds);
    const bare = await startBareNode(site.url, path);
    const node = await load(bare.url + path, seconds);
    await bare.stop();
    const next = await load(plain.url + plain.pathOf(path), seconds);
    const nginx = files && (await load(files.url + files.pathOf(path), seconds));
    const wanted = [
      `${withThousands(8 * next.requestsPerSecond)}/s`,
      `${withThousands(0.85 * node.requestsPerSecond)}/s`,
      ...(nginx ? [`${withThousands(0.7 * nginx.requestsPerSecond)}/s`] : []),
    ].join(" and ");
    const what = `${path}, ${list}`;
    figures.push({ what: `${what}: this site`, limit: wanted, measured: describe(ours) });
    figures.push({ what: `${what}: a bare Node server`, measured: describe(node) });
    figures.push({ what: `${what}: next start`, measured: describe(next) });
    figures.push({
      what: `${what}: nginx, one worker`,
      measured: nginx ? describe(nginx) : "nginx is not installed",
    });
  }
  await files?.stop();
  return figures;
}

const describe = ({ requestsPerSecond, p99, errors }: Load): string =>
  `${withThousands(requestsPerSecond)}/s, p99 ${asMs(p99)}${errors > 0 ? `, ${errors} errors` : ""}`;

/**
 * Bytes of a page, which has its styles inside, with an empty cache, and of the page again with a
 * full one.
 */
async function weigh(site: SiteProcess): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const path of [home, cities, city, article]) {
    const page = await get(site.url + path);
    const again = await get(site.url + path, {
      "accept-encoding": "br, gzip",
      "if-none-match": String(page.headers.etag),
    });
    const measured = `${withThousands(page.body.length)} bytes (${withThousands(page.bytesOnTheWire)} with headers)`;
    figures.push({ what: `${path}: HTML and CSS`, limit: "9,000 bytes", measured });
    figures.push({
      what: `${path}: again, in the browser's cache`,
      measured: `${withThousands(again.bytesOnTheWire)} bytes (${again.status})`,
    });
  }
  return figures;
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

/** Pages that nobody has asked for before. */
async function renderCold(site: SiteProcess, count: number): Promise<Figure[]> {
  const times: number[] = [];
  for (const path of (await listCityPaths()).slice(-count))
    times.push((await get(site.url + path)).milliseconds);
  return [
    {
      what: `A page that is not remembered (${times.length})`,
      measured: `p50 ${asMs(percentile(times, 0.5))}, p99 ${asMs(percentile(times, 0.99))}`,
    },
  ];
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
