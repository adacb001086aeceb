import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { findPostgresPrograms } from "@/bin/checks/find-programs.mjs";
import { buildSite, prepare } from "@/bin/prepare.mjs";
import { joinEmbeddedDatabase } from "@/lib/database/embedded";
import { measureBackups } from "@/tests/bench/backups";
import { figuresIn, worseThanBefore } from "@/tests/bench/comparison";
import { measureEndorsements } from "@/tests/bench/endorsements";
import { forQuoting, forTrying, measureFrontDoor } from "@/tests/bench/front-door";
import { measureByLighthouse } from "@/tests/bench/lighthouse";
import { residentMemory } from "@/tests/bench/process-memory";
import { measureStaffQueries } from "@/tests/bench/staff/measure";
import { tableOf, type Figure } from "@/tests/bench/table";
import { endWithThisProcess } from "@/tests/support/processes/end-with-process";
import { startPostgres } from "@/tests/support/database/postgres";
import { starter, startSite, type SiteProcess } from "@/tests/support/processes/site-process";

// npm run bench: what the site takes on this machine, beside what it may take. It measures and
// never fails. With --embedded, --postgres, --front-door, --lighthouse, --endorsements, --staff or
// --backups only these parts; with --quick only to see that three of them run.

const asked = new Set(process.argv.slice(2));

const requestsBeforeMemory = 300;

/** The longest part takes some ten minutes on two cores with nothing else running. */
const maxPartMs = 60 * 60_000;

async function measureSite(
  database: string,
  settings: Record<string, string>,
  memoryLimit: string,
  urlOf: () => Promise<string>,
): Promise<Figure[]> {
  const first = await timed(() => startSite(settings, starter));
  await first.result.end("SIGTERM");
  const second = await timed(() => startSite(settings, starter));
  const site = second.result;
  await browse(site);
  const memory = residentMemory(site.pid);
  const { search, submit } = await measureCommands(await urlOf());
  await site.end("SIGTERM");
  return [
    {
      what: `First start, all places loaded, ${database}`,
      measured: seconds(first.milliseconds),
      limit: "60 s",
    },
    { what: `Second start, ${database}`, measured: seconds(second.milliseconds), limit: "5 s" },
    {
      what: `Memory after ${requestsBeforeMemory} requests, ${database}`,
      measured: `${memory.toFixed(0)} MB`,
      limit: memoryLimit,
    },
    {
      what: `Search of places, p95, ${database}`,
      measured: `${search.toFixed(1)} ms`,
      limit: "30 ms",
    },
    {
      what: `Submitting an application, p95, ${database}`,
      measured: `${submit.toFixed(1)} ms`,
      limit: "100 ms",
    },
  ];
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; milliseconds: number }> {
  const began = performance.now();
  return { result: await work(), milliseconds: performance.now() - began };
}

async function browse({ url }: SiteProcess): Promise<void> {
  const addresses = [
    "/en",
    "/en/cities",
    "/en/principles",
    "/en/news",
    "/en/join",
    "/data/places?q=gent",
  ];
  for (let request = 0; request < requestsBeforeMemory; request++) {
    const answer = await fetch(`${url}${addresses[request % addresses.length] ?? ""}`);
    await answer.arrayBuffer();
  }
}

async function measureCommands(databaseUrl: string): Promise<{ search: number; submit: number }> {
  const secret = { SECRET: randomBytes(32).toString("hex") };
  const env = { ...process.env, ...secret, DATABASE_URL: databaseUrl, LOG_LEVEL: "warn" };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "tests/bench/commands.ts"],
    { env },
  );
  return JSON.parse(stdout) as { search: number; submit: number };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function measureEmbedded(): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  const urlOf = async () => (await joinEmbeddedDatabase(directory)).url;
  try {
    return await measureSite("embedded", { DATA_DIR: directory }, "1000 MB", urlOf);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function measurePostgres(): Promise<Figure[]> {
  if (!findPostgresPrograms()) return [];
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  const postgres = await startPostgres();
  const settings = { DATA_DIR: directory, DATABASE_URL: postgres.url };
  try {
    return await measureSite("PostgreSQL", settings, "400 MB", () => Promise.resolve(postgres.url));
  } finally {
    await postgres.close();
    await rm(directory, { recursive: true });
  }
}

/** The front door's own database is a PostgreSQL too. */
async function measureFront(): Promise<void> {
  if (findPostgresPrograms())
    await measureFrontDoor(asked.has("--quick") ? forTrying : forQuoting, reportTable);
}

async function measureResidents(): Promise<void> {
  if (findPostgresPrograms())
    await reportTable(await measureEndorsements(asked.has("--quick") ? 20 : 300));
}

const parts = {
  "--embedded": async () => reportTable(await measureEmbedded()),
  "--postgres": async () => reportTable(await measurePostgres()),
  "--front-door": measureFront,
  "--lighthouse": async () => reportTable(await measureByLighthouse(asked.has("--quick") ? 1 : 3)),
  "--endorsements": measureResidents,
  "--staff": async () =>
    findPostgresPrograms() ? reportTable(await measureStaffQueries()) : undefined,
  "--backups": async () => (findPostgresPrograms() ? measureBackups(report) : undefined),
};
const isPart = (name: string): name is keyof typeof parts => name in parts;
/** In the order in which they are asked for. */
const chosen = [...asked].filter(isPart);

const now = new Date().toISOString();
const folder = "bench-results";
const { BENCH_FILE: file = `${folder}/${now.replace(/[:.]/g, "-")}.md` } = process.env;

/** Shows and keeps it at once: the whole takes long. */
async function report(text: string): Promise<void> {
  console.log(`\n${text}`);
  await appendFile(file, `${text}\n\n`);
}

const reportTable = (figures: Figure[]): Promise<void> => report(tableOf(figures));

/** Each in a process of its own: the client of a database stays with the one that it opened first. */
async function measureApart(names: string[]): Promise<void> {
  for (const name of names) {
    const args = ["--import", "tsx", "tests/bench/run.ts", name];
    const env = { ...process.env, BENCH_FILE: file };
    const child = spawn(process.execPath, asked.has("--quick") ? [...args, "--quick"] : args, {
      stdio: "inherit",
      env,
      timeout: maxPartMs,
    });
    endWithThisProcess(child);
    await once(child, "exit");
    if (child.exitCode !== 0) await report(`${name} ended before it had measured all.`);
  }
}

async function compareWithBefore(): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^\d.*\.md$/.test(name)).sort();
  const earlier = names.filter((name) => name !== basename(file));
  const texts = await Promise.all(earlier.map((name) => readFile(join(folder, name), "utf8")));
  const worse = worseThanBefore(
    texts.flatMap((text) => figuresIn(text)),
    figuresIn(await readFile(file, "utf8")),
  );
  await report(
    worse.length === 0
      ? "Nothing is worse than when it was last measured by more than 15 %."
      : ["Worse than when it was last measured by more than 15 %:", ...worse].join("\n- "),
  );
}

// What it started ends with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

if (process.env.BENCH_FILE) {
  for (const name of chosen) await parts[name]();
  // A connection that is still open must not keep the other parts waiting.
  process.exit();
} else {
  await prepare([buildSite]);
  await mkdir(folder, { recursive: true });
  await report(
    `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, ${now.slice(0, 10)}`,
  );
  await measureApart(chosen.length > 0 ? chosen : Object.keys(parts));
  await compareWithBefore();
  console.log(`\nKept in ${file}`);
}
