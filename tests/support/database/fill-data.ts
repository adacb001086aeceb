import { rm } from "node:fs/promises";
import { withDatabase } from "@/bin/command-line/with-database";
import { makeWhenStale } from "@/bin/fingerprint.mjs";
import { bringUpToDate } from "@/lib/database/migrate";
import { openDatabase } from "@/lib/database/open";
import { runDailyJobBeforeServing } from "@/lib/jobs/daily-job";
import { seed } from "@/prisma/seed";
import { filledData } from "@/tests/support/database/filled-data";

// Makes a data directory as a first start leaves it, with all the places of the world. A process of
// its own: it needs no build, so that the site can be built beside it.

const sources = ["prisma/migrations", "prisma/seed", "prisma/seed.ts", "package-lock.json"];

await makeWhenStale({ sources, note: `${filledData}.txt`, make: fill });

async function fill(): Promise<void> {
  await rm(filledData, { recursive: true, force: true });
  process.env.DATA_DIR = filledData;
  await withDatabase(async ({ url }) => {
    await bringUpToDate(url);
    await seed(() => undefined);
    await runDailyJobBeforeServing(new Date());
  }, openDatabase);
}
