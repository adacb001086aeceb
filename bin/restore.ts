import { options } from "@/bin/command-line/command-line";
import { findArchive } from "@/bin/command-line/find-archive";
import { step } from "@/bin/steps.mjs";
import { openDatabase } from "@/lib/database/open";
import { readEnv } from "@/lib/env";
import { rowCountOf } from "@/lib/maintenance/manifest";
import { restoreSite } from "@/lib/maintenance/restore";
import { exitWith } from "@/lib/process/exit-with";

// npm run restore: brings an empty database, and the files beside it, to what an archive holds.

const usage = "npm run restore -- <archive> [--identity key.txt] [--other-secret]";

async function restore(): Promise<void> {
  const { values, positionals } = options(
    usage,
    { identity: { type: "string" }, "other-secret": { type: "boolean", default: false } },
    1,
  );
  const env = readEnv();
  const archive = await findArchive(positionals[0] ?? "", values.identity);
  const database = await openDatabase(env);
  try {
    const manifest = await step("Restoring", () =>
      restoreSite(archive, {
        databaseUrl: database.url,
        env,
        isOtherSecretFine: values["other-secret"],
      }),
    );
    const rows = rowCountOf(manifest).toLocaleString("en");
    console.log(
      `Restored: ${rows} rows and ${manifest.files.length} files, as they were at ${manifest.madeAt}. Start the site now.`,
    );
  } finally {
    await database.close();
  }
}

await restore().catch(exitWith);
