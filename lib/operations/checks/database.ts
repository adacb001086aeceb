import { minuteMs } from "@/lib/durations";
import type { DatabaseReadings } from "@/lib/operations/database-queries";
import type { Finding } from "@/lib/operations/finding";
import type { ProcessReadings } from "@/lib/operations/process-readings";
import { hasPassed, spanOf } from "@/lib/operations/spans";

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

/** A job writes every 20 seconds, so that a database that refuses is met again and again. */
const refusalToldMs = 5 * minuteMs;

const clocksMayDifferMs = minuteMs;

export function judgeDatabase(
  { engine, migrations, clockAheadMs }: DatabaseReadings,
  { refusedWriteAt }: ProcessReadings,
  now: Date,
): Finding[] {
  const { unknown, missing } = migrations;
  const findings: (Finding | false)[] = [
    refusedWriteAt !== null &&
      !hasPassed(refusalToldMs, refusedWriteAt, now) && {
        check: "database_not_writable",
        area: "database",
        state: "error",
        says: "In the last five minutes the database refused to write. What somebody sent in may not have been taken.",
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
    Math.abs(clockAheadMs) > clocksMayDifferMs && {
      check: "clocks_differ",
      area: "database",
      state: "warning",
      says: `The clock of this machine and that of the database differ by ${spanOf(Math.abs(clockAheadMs))}. Links may expire too early, and emails go out too late.`,
      advice: "Look which of the two is wrong, and let a time service (such as chrony) set it.",
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
