import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { options } from "@/bin/command-line/command-line";
import { findArchive } from "@/bin/command-line/find-archive";
import { step } from "@/bin/steps.mjs";
import { withDatabase } from "@/bin/command-line/with-database";
import { readEnv, type Env } from "@/lib/env";
import type { Archive } from "@/lib/maintenance/archive-reader";
import { recordRun, type Done } from "@/lib/maintenance/commands";
import { openDrillDatabase } from "@/lib/maintenance/drill-database";
import { rowCountOf } from "@/lib/maintenance/manifest";
import { rehearseRestore } from "@/lib/maintenance/restore";
import { exitWith } from "@/lib/process/exit-with";

// npm run restore-drill: restores an archive into a database of its own, compares every row, and
// writes the date into the site's database. The site is not touched otherwise.

const usage = "npm run restore-drill -- <archive> [--identity key.txt] [--no-record]";

async function main(): Promise<void> {
  const { values, positionals } = options(
    usage,
    { identity: { type: "string" }, "no-record": { type: "boolean", default: false } },
    1,
  );
  const env = readEnv();
  const archive = await findArchive(positionals[0] ?? "", values.identity);
  if (values["no-record"]) await drill(archive, env);
  else
    await withDatabase(
      async () => void (await recordRun("restore_drill", () => drill(archive, env))),
    );
}

async function drill(archive: Archive, env: Env): Promise<Done> {
  const database = await openDrillDatabase(env);
  try {
    const manifest = await step("Restoring into a database of the drill's own", () =>
      rehearseRestore(archive, database.url),
    );
    const rows = rowCountOf(manifest);
    console.log(
      `The archive of ${manifest.madeAt} can be restored: ${rows.toLocaleString("en")} rows in ${manifest.tables.length} tables and ${manifest.files.length} files are as they were.`,
    );
    return { bytes: (await stat(archive.path)).size, rows, detail: basename(archive.path) };
  } finally {
    await database.close();
  }
}

await main().catch(exitWith);
