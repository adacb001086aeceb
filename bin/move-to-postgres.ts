import { options } from "@/bin/command-line/command-line";
import { step } from "@/bin/steps.mjs";
import { openDatabase } from "@/lib/database/open";
import { prisma } from "@/lib/db";
import { readEnv, type Env } from "@/lib/env";
import { recordSuccess, type Done } from "@/lib/maintenance/commands";
import { rowCountOf } from "@/lib/maintenance/manifest";
import { moveToPostgres } from "@/lib/maintenance/move";
import { exitWith } from "@/lib/process/exit-with";
import { StartError } from "@/lib/process/start-error";

// npm run move-to-postgres: takes the embedded database in DATA_DIR to the empty PostgreSQL of
// DATABASE_URL.

async function main(): Promise<void> {
  options("npm run move-to-postgres", {}, 0);
  const env = readEnv();
  if (!env.DATABASE_URL)
    throw new StartError(
      "Set DATABASE_URL to an empty PostgreSQL first: what is in DATA_DIR moves there.",
    );
  const database = await openDatabase(env);
  try {
    const startedAt = new Date();
    const moved = await move(env, database.url);
    await recordSuccess("move", startedAt, moved);
    console.log(
      `${moved.rows.toLocaleString("en")} rows are in the PostgreSQL now, and were compared. Leave DATABASE_URL set, and start the site.
Keep ${env.DATA_DIR}${env.SECRET ? "" : ": the site's secret is in it"}. Its folder "database" is not used any more; delete it when you trust the new one.`,
    );
  } finally {
    await prisma.$disconnect();
    await database.close();
  }
}

const move = ({ DATA_DIR }: Env, databaseUrl: string): Promise<Done> =>
  step("Moving to PostgreSQL", async () => {
    const manifest = await moveToPostgres(DATA_DIR, databaseUrl);
    return { bytes: null, rows: rowCountOf(manifest), detail: null };
  });

await main().catch(exitWith);
