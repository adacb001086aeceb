import { resolve } from "node:path";
import { options } from "@/bin/command-line/command-line";
import { step } from "@/bin/steps.mjs";
import { withDatabase } from "@/bin/command-line/with-database";
import { readEnv } from "@/lib/env";
import { pruneBackups } from "@/lib/maintenance/archive-folder";
import { makeBackup, type Backup } from "@/lib/maintenance/backup";
import { recordRun } from "@/lib/maintenance/commands";
import { StartError } from "@/lib/process/start-error";

// npm run backup: everything that the site knows, as one file, while the site goes on.

const usage = "npm run backup [-- --keep 14]";

await withDatabase(async ({ url }) => {
  const { values } = options(usage, { keep: { type: "string" } }, 0);
  const keep = values.keep === undefined ? null : readKeep(values.keep);
  const env = readEnv();
  const now = new Date();
  const backup = await step("Writing the archive", () =>
    recordRun("backup", () => makeBackup(url, env, now)),
  );
  tell(backup);
  if (env.PREVIOUS_SECRET)
    console.log("It does not hold PREVIOUS_SECRET: keep that with the other settings.");
  const limits = { keep, days: env.BACKUP_DAYS };
  const pruned = await pruneBackups(resolve(env.BACKUP_DIR), limits, now);
  if (pruned.length > 0) console.log(`Deleted older ones: ${pruned.join(", ")}.`);
});

function readKeep(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new StartError(`--keep takes how many archives stay, at least 1: ${usage}`);
}

function tell({ path, bytes, rows, isEncrypted, holdsSecret }: Backup): void {
  const size = (bytes / 1_000_000).toFixed(1);
  console.log(`${path}\n${rows.toLocaleString("en")} rows, ${size} MB.`);
  console.log(
    isEncrypted
      ? "It is encrypted. Keep the secret key of BACKUP_RECIPIENT where this machine's loss cannot reach it."
      : "It is not encrypted: whoever has it reads every address (see BACKUP_RECIPIENT).",
  );
  console.log(
    holdsSecret
      ? "It holds SECRET."
      : "It does not hold SECRET: keep that, or the file secret in DATA_DIR, in another place.",
  );
}
