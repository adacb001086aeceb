import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import { step } from "@/bin/steps.mjs";
import { prisma } from "@/lib/db";
import { aloneOnDatabase, bringUpToDate } from "@/lib/database/migrate";
import { openDatabase } from "@/lib/database/open";
import { keepSettings, readEnv, siteUrl, type Env } from "@/lib/env";
import { slugOf } from "@/lib/cities/slug";
import { mayAddFiles } from "@/lib/applications/files/queries";
import { builtFiles } from "@/lib/front/pages/built-files";
import { FrontDoor } from "@/lib/front/front-door";
import { noScripts, readProofScript } from "@/lib/front/markup/inline-scripts";
import type { Meter } from "@/lib/front/meter";
import type { SiteState } from "@/lib/front/pages/page-memory";
import type { NextHandler } from "@/lib/front/pages/render";
import { noStyleSheets, readStyleSheets } from "@/lib/front/markup/style-sheets";
import { residentPageAt } from "@/lib/front/pages/resident-pages";
import { readRoutePatterns } from "@/lib/front/route-patterns";
import { runDailyJobBeforeServing } from "@/lib/jobs/daily-job";
import { startWorker } from "@/lib/jobs/worker";
import { embeddedWarning } from "@/lib/operations/checks/database";
import { startMetrics } from "@/lib/operations/start-metrics";
import { startTraces } from "@/lib/operations/start-traces";
import { watchDoor } from "@/lib/operations/process-readings";
import { exitWith } from "@/lib/process/exit-with";
import { logConsole } from "@/lib/process/log-console";
import { refuseOutboundRequests } from "@/lib/process/no-outbound-requests";
import { siteSecret } from "@/lib/process/secret";
import { isBesideOthers, processNumber } from "@/lib/process/siblings";
import { StartError } from "@/lib/process/start-error";
import { onStopSignal } from "@/lib/process/stop-signals";
import { makeWritableDirectory } from "@/lib/process/writable-directory";
import { refuseWebSockets, webServer, type WebServer } from "@/lib/process/web-server";
import {
  isDatabaseReachable,
  knownSiteVersion,
  mayServeStale,
  watchSiteVersion,
} from "@/lib/site-version";
import { ensureFirstAdministrator, firstSignInLink } from "@/lib/staff/first-sign-in";
import { sessionCookieName } from "@/lib/staff/cookie-names";
import { isStaffToken } from "@/lib/staff/queries";
import { seed } from "@/prisma/seed";
import { firstSignatoryNames } from "@/prisma/seed/signatories";

// The process: it opens the database, brings it up to date, and serves the site until it is asked
// to stop.

/** Until the site serves, there is nothing to finish. */
let stop: (drainMs: number) => Promise<void> = () => Promise.resolve();

async function start(): Promise<void> {
  const settings = readEnv();
  if (settings.NODE_ENV === "production") logConsole();
  if (settings.NODE_ENV === "production" && !existsSync(".next/BUILD_ID"))
    throw new StartError("The site is not built: start it with npm start.");
  const web = webServer(settings.PORT);
  // Beside others that serve, no visitor is to meet a process that is still starting.
  if (!isBesideOthers) await web.open();
  const env = completeSettings(settings, web.port);
  if (env.UPLOADS_DIR) await makeWritableDirectory(env.UPLOADS_DIR, "UPLOADS_DIR");

  const database = await step("Opening the database", () => openDatabase(env));
  await aloneOnDatabase(database.url, async () => {
    await step("Bringing the database up to date", () => bringUpToDate(database.url));
    await step("Loading what every site begins with", seed);
    await step("Deleting what is due", () => runDailyJobBeforeServing(new Date()));
  });
  const isDevelopment = env.NODE_ENV === "development";
  const site = await startNext(web, isDevelopment);
  await ensureFirstAdministrator();
  const worker = await startWorker();
  const versions = watchSiteVersion();
  const metrics = await startMetrics(env);
  const traces = await startTraces(env);
  const door = frontDoor(env, web, site.getRequestHandler(), traces.beside(metrics.meter));
  watchDoor(() => door.readings());
  web.serve(door.handle);
  await web.open();
  stop = async (drainMs) => {
    await web.stop(drainMs);
    await metrics.stop();
    await traces.stop();
    versions.stop();
    await worker.stop();
    await site.close();
    await prisma.$disconnect();
    await database.close();
  };
  await welcome(settings, metrics.address);
}

/** Next believes to be served here, and may not ask anybody over the network, itself included. */
async function startNext(web: WebServer, isDevelopment: boolean): Promise<NextServer> {
  const address = { hostname: "localhost", port: web.port };
  if (!isDevelopment) {
    refuseOutboundRequests(`http://${address.hostname}:${address.port}`);
    refuseWebSockets(web.server);
  }
  // While developing, Next reloads the page by a WebSocket. Otherwise its server is one that nobody
  // reaches.
  const httpServer = isDevelopment ? web.server : createServer();
  const site = next({ dev: isDevelopment, httpServer, ...address });
  await site.prepare();
  return site;
}

type NextServer = ReturnType<typeof next>;

function frontDoor(env: Env, web: WebServer, next: NextHandler, meter: Meter): FrontDoor {
  const isDevelopment = env.NODE_ENV === "development";
  return new FrontDoor(next, {
    siteUrl: siteUrl(),
    pageMemoryBytes: env.PAGE_MEMORY_MB * 1_000_000,
    // While developing no page stays fresh: the code may have changed.
    state: isDevelopment ? changedState : knownSiteVersion,
    mayServeStale: isDevelopment ? undefined : mayServeStale,
    isReachable: isDatabaseReachable,
    untilAllAccepted: web.untilAllAccepted,
    files: isDevelopment ? () => false : builtFiles(),
    styleSheets: isDevelopment ? noStyleSheets : readStyleSheets(),
    scripts: env.UNDER_ATTACK === "proof" ? readProofScript() : noScripts,
    residentPageAt,
    keepsJoinForm: !isDevelopment,
    staffCookie: sessionCookieName(),
    isStaffToken,
    mayAddFiles,
    dictionaryPages: isDevelopment ? [] : ["/", `/cities/${slugOf(firstSignatoryNames[0] ?? "")}`],
    hasProxy: env.TRUSTED_PROXIES > 0,
    logged: env.LOG_REQUESTS,
    patternOf: isDevelopment ? undefined : readRoutePatterns(),
    meter,
    isDevelopment,
  });
}

function changedState(): SiteState {
  const { isReachable } = knownSiteVersion();
  return { version: randomUUID(), isReachable };
}

/** Keeps what this start has made of the settings. next-auth reads its own from the environment. */
function completeSettings(env: Env, port: number): Env {
  const complete = keepSettings({ PORT: port, SECRET: siteSecret(env) });
  process.env.NEXTAUTH_SECRET = complete.SECRET;
  process.env.NEXTAUTH_URL = siteUrl();
  return complete;
}

/** The last thing that a start does: whoever reads it may stop the site at once. */
async function welcome({ DATABASE_URL }: Env, metrics: string | null): Promise<void> {
  // A further link would end the one that the first process has told.
  const link = processNumber === 1 ? await firstSignInLink() : null;
  // What starts the site starts it again when it dies after this.
  process.send?.("ready");
  if (processNumber > 1) {
    process.stdout.write(`  Process ${processNumber} serves as well\n`);
    return;
  }
  const lines = [`The site is at ${siteUrl()}`, `Staff sign in at ${siteUrl()}/admin/sign-in`];
  if (metrics) lines.push(`Metrics are at ${metrics}`);
  if (!DATABASE_URL) lines.push(embeddedWarning);
  if (link)
    lines.push(
      "Nobody is on the staff yet. This link, good once, signs in the first administrator:",
      link,
    );
  process.stdout.write(`\n${lines.map((line) => `  ${line}\n`).join("")}\n`);
}

// Load balancers learn from /readyz, and browsers from the end of their connections, to go
// elsewhere.
const drainMs = { SIGTERM: 3_000, SIGINT: 0 };
onStopSignal((signal) => void stop(drainMs[signal]).then(() => process.exit(0), exitWith));
await start().catch(exitWith);
