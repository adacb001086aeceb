import { findBrowsers, findChromium, findPostgresAndAge, findServers } from "./find-programs.mjs";
import { installForTests } from "./install-for-tests.mjs";
import { buildSite } from "../prepare.mjs";
import { nodeOptions, ProgramError, runQuietly, tool, toolSettings } from "../run.mjs";
import { step } from "../steps.mjs";

// What is checked, in this order. The lanes of one bracket run beside each other, each from first
// to last.

/**
 * @typedef {{
 *   title: string,
 *   run: () => Promise<unknown>,
 *   needs?: () => string | undefined,
 *   packages?: string[],
 * }} Check needs: the program it cannot do without; packages: the Debian packages that bring it
 */

const env = { ...toolSettings, NODE_ENV: "test" };

const run = (name, ...rest) => runQuietly(tool(name), rest, { env });

const vitest = (project, settings = {}, ...options) => ({
  run: () =>
    runQuietly(tool("vitest"), ["run", "--project", project, ...options], {
      env: { ...env, ...settings },
    }),
});

const onPostgres = { needs: findPostgresAndAge, packages: ["postgresql", "age"] };
const servers = ["nginx-light", "pgbouncer", "caddy", "systemd", "prometheus"];
const inProduction = { needs: findServers, packages: ["postgresql", ...servers] };
const chromium = ["chromium", "chromium-headless-shell"];
const inBrowser = { needs: findChromium, packages: chromium };
const inBrowsers = { needs: findBrowsers, packages: [...chromium, "firefox-esr"] };

/** @typedef {Check | (Check | Check[])[]} Step one check, or lanes beside each other */

// Lint and the compiler both read the types of the routes, which a fresh clone does not have yet.
const typesOfRoutes = { title: "Types of the routes", run: () => run("next", "typegen") };
const lintCheck = { title: "Lint and types", run: lint };
const readings = [
  { title: "Who imports whom", run: checkImports },
  { title: "Unused code", run: () => run("knip") },
  {
    title: "Format",
    run: () => run("prettier", "--check", "--cache", "--log-level", "warn", "."),
  },
];
const unitTests = { title: "Unit tests", ...vitest("unit") };

/** @type {Step[]} What `npm run check` runs: all that needs neither a database nor a build. */
export const innerChecks = [typesOfRoutes, [[lintCheck, ...readings], unitTests]];

/**
 * The integration tests on a PostgreSQL take longest: the shorter half follows the embedded ones.
 */
function onPostgresInHalves(half) {
  const tests = vitest("integration", { TEST_DATABASE: "postgres" }, `--shard=${half}/2`);
  return { title: `Integration tests, PostgreSQL, ${half} of 2`, ...onPostgres, ...tests };
}

const lockCheck = ["ci", "--include=dev", "--dry-run", "--no-audit", "--no-fund"];

/** @type {Step[]} What `npm test` runs: everything. */
export const allChecks = [
  [
    // A build takes the types of the routes away, and makes them anew.
    [typesOfRoutes, lintCheck],
    [{ title: "Lock file is whole", run: () => runQuietly("npm", lockCheck) }, ...readings],
  ],
  // Each of them leaves a processor idle at times.
  [
    { title: "Production build", run: buildSite },
    unitTests,
    { title: "Places for the browser tests", run: fillData },
  ],
  [
    [
      {
        title: "Integration tests, embedded database",
        ...vitest("integration", { TEST_DATABASE: "embedded" }),
      },
      onPostgresInHalves(1),
    ],
    onPostgresInHalves(2),
    // They wait for processes that start and stop more than they work.
    [
      { title: "Process tests", ...vitest("process") },
      { title: "Deployed as in production", ...inProduction, ...vitest("two-processes") },
    ],
  ],
  // Alone: they tell how fast the site still is.
  { title: "Attacks on the built site", ...onPostgres, ...vitest("attacks") },
  // Each keeps both processors busy by itself; beside others both take longer than in turn.
  { title: "Browser tests", ...inBrowsers, run: () => run("playwright", "test") },
  {
    title: "Public pages and pictures",
    ...inBrowser,
    run: () => run("playwright", "test", "--config", "playwright.pages.config.ts"),
  },
];

/** The types of the routes are among what Git and the linter pass over. */
async function lint() {
  await run("oxlint");
  await run("oxlint", "--no-ignore", "--allow", "all", ".next/types/validator.ts");
}

/**
 * The cruiser passes with nothing at all when it cannot read the sources: their number must be
 * plausible.
 */
async function checkImports() {
  const rooms = ["app", "components", "lib", "prisma", "bin", "tests", "server.ts"];
  const output = await run("depcruise", ...rooms);
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  if (modules < 200)
    throw new ProgramError("depcruise", `It saw only ${modules} modules.\n${output}`);
}

/** The browser tests begin with a copy of it: see there. */
async function fillData() {
  const program = [...nodeOptions, "tests/support/database/fill-data.ts"];
  await runQuietly(tool("node"), program, { env: { ...toolSettings, NODE_ENV: "production" } });
}

/**
 * Runs checks and says how each went. Ends the process: with 1 when one failed.
 * @param {Step[]} steps
 * @param {{
 *   skipNothing: boolean,
 *   finish?: (count: { passed: number, failed: number, skipped: number }) => Promise<void>,
 * }} options skipNothing: what cannot be run counts as failed; finish: is told how they went
 */
export async function runChecks(steps, { skipNothing, finish }) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  // All at once and before anything runs: two installations at a time refuse each other.
  const missing = steps
    .flat(2)
    .flatMap(({ needs, packages = [] }) => (needs && !needs() ? packages : []));
  const failure = missing.length > 0 ? await installForTests([...new Set(missing)]) : undefined;
  const runOne = async ({ title, needs, packages = [], run: check }) => {
    const reason = needs && !needs() && (failure ?? `it lacks ${packages.join(" ")}`);
    if (reason && !skipNothing) {
      count.skipped += 1;
      console.log(`  ${title}: skipped, because ${reason}`);
      return;
    }
    try {
      await step(title, check);
      count.passed += 1;
    } catch (error) {
      count.failed += 1;
      console.error(`\n${error instanceof ProgramError ? error.message : error}\n`);
    }
  };
  const runLane = async (lane) => {
    for (const check of [lane].flat()) await runOne(check);
  };
  for (const lanes of steps) await Promise.all([lanes].flat(1).map(runLane));
  console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  await finish?.(count);
  process.exit(count.failed > 0 ? 1 : 0);
}
