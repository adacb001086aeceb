import type { DatabaseReadings } from "@/lib/operations/database-queries";
import type { Finding } from "@/lib/operations/finding";
import type { ProcessReadings } from "@/lib/operations/process-readings";

export const databaseAway: Finding = {
  check: "database_unreachable",
  area: "database",
  state: "error",
  says: "The database does not answer. Visitors get the pages in memory; nothing can be sent in.",
  advice: "Look whether the database runs, and whether DATABASE_URL still leads to it.",
};

/** Said at each start too. */
export const embeddedWarning =
  "The embedded database is for trials: a power cut may lose what was written last, or more, and one process alone can use it.";

/** As the worker names it: it writes a row every 20 seconds as long as the database can be read. */
export const readyMinutesJob = "ready_minutes";

export function judgeDatabase(
  { engine, migrations }: DatabaseReadings,
  { jobs }: Pick<ProcessReadings, "jobs">,
): Finding[] {
  const { unknown, missing } = migrations;
  const failedWrites = jobs.find(({ name }) => name === readyMinutesJob)?.failedInARow ?? 0;
  const findings: (Finding | false)[] = [
    // One that fails may have met a restart of the database.
    failedWrites >= 2 && {
      check: "database_not_writable",
      area: "database",
      state: "error",
      says: "The database can be read, and takes nothing new. Visitors see pages; nothing can be sent in.",
      advice: "Look whether its disk is full, or whether it is a copy that only serves reading.",
    },
    unknown.length > 0 && {
      check: "migrations_unknown",
      area: "database",
      // While a newer release starts beside this one, this one goes on serving.
      state: "warning",
      says: "A newer release has added to the database. This one goes on, and cannot start again.",
      advice: "Finish the upgrade, or roll back as docs/operating.md says.",
      names: unknown,
    },
    missing.length > 0 && {
      check: "migrations_missing",
      area: "database",
      state: "error",
      says: "The database lacks what this release needs.",
      advice: "Start the site again: a start applies what is missing.",
      names: missing,
    },
    engine === "embedded" && {
      check: "database_embedded",
      area: "database",
      state: "warning",
      says: embeddedWarning,
      advice: "Before residents use the site, move it to a PostgreSQL: set DATABASE_URL.",
    },
  ];
  return findings.filter((each) => each !== false);
}
