import type { ReactNode } from "react";
import { jobLabels } from "@/components/operations/job-labels";
import { formatMoment } from "@/components/review/labels";
import { formatCount, formatNumber } from "@/components/staff-ui/format-number";
import type { Area } from "@/lib/operations/finding";
import type { Readings } from "@/lib/operations/readings";
import { spanOf, spanSince } from "@/lib/operations/spans";
import type { MaintenanceRun } from "@/lib/maintenance/queries";

export type Fact = { key: string; value: ReactNode };

/** What is known of each part, whether or not something is wrong with it. */
export const factsOf = (area: Area, readings: Readings): Fact[] => facts[area](readings);

const facts: Readonly<Record<Area, (readings: Readings) => Fact[]>> = {
  database: ({ database }) =>
    database
      ? [
          {
            key: "Engine",
            value: `${database.engine === "embedded" ? "Embedded database, of PostgreSQL" : "PostgreSQL"} ${database.version}`,
          },
          { key: "Size", value: megabytes(database.bytes) },
          {
            key: "Migrations",
            value: `${formatNumber(database.migrations.applied)} applied, ${formatNumber(database.migrations.missing.length)} missing`,
          },
        ]
      : away,
  mails: ({ database, installation, at }) =>
    database
      ? [
          { key: "Mail server", value: installation.hasMailServer ? "Set" : "None" },
          {
            key: "Not delivered yet",
            value: formatCount(database.mails.undelivered, "email", "emails"),
          },
          {
            key: "The oldest waits",
            value: database.mails.oldestUndeliveredAt
              ? `For ${spanSince(database.mails.oldestUndeliveredAt, at)}`
              : "None waits",
          },
          {
            key: "Could not be delivered",
            value: formatCount(database.mails.failed, "email", "emails"),
          },
        ]
      : away,
  jobs: ({ database, process, at }) => [
    {
      key: "Nightly job",
      value: <>{moment(database?.lastNightlyJobAt ?? null, at)} Next at 02:17 UTC.</>,
    },
    ...process.jobs.map(({ name, everyMs, lastFinishedAt, failedInARow }) => ({
      key: jobLabels[name] ?? name,
      value: [
        lastFinishedAt ? `${sinceThen(lastFinishedAt, at)},` : "Not yet,",
        `${everyOf(everyMs)}.`,
        failedInARow > 0 && `Failed ${formatCount(failedInARow, "time", "times")} in a row.`,
      ]
        .filter(Boolean)
        .join(" "),
    })),
  ],
  backups: ({ database, at }) =>
    database
      ? [
          { key: "Last backup", value: run(database.maintenance.backup.latestSuccess, at) },
          {
            key: "Last verified restore",
            value: run(database.maintenance.restore_drill.latestSuccess, at),
          },
        ]
      : away,
  process: ({ process: { release, startedAt, memoryBytes, memoryLimitBytes, door }, at }) => [
    {
      key: "Release",
      value: [release.version ?? "Unknown", release.commit?.slice(0, 12)]
        .filter(Boolean)
        .join(", "),
    },
    { key: "Started", value: moment(startedAt, at) },
    {
      key: "Memory",
      value: `${megabytes(memoryBytes)}${memoryLimitBytes ? ` of ${megabytes(memoryLimitBytes)}` : ""}`,
    },
    {
      key: "Pages in memory",
      value: door
        ? `${formatCount(door.memory.entries, "page", "pages")}, ${megabytes(door.memory.bytes)} of ${megabytes(door.memory.limitBytes)}`
        : "Unknown",
    },
    {
      key: "Requests waiting",
      value: formatNumber((door?.lanes ?? []).reduce((sum, { waiting }) => sum + waiting, 0)),
    },
  ],
  settings: ({ installation }) => [
    { key: "Address", value: installation.hasHttps ? "https" : "http" },
    {
      key: "Secret",
      value: installation.isRotatingSecret
        ? "Rotating: PREVIOUS_SECRET is accepted too. Keep it for two years: by then, nothing that was made with it is left."
        : installation.hasOwnSecret
          ? "Set by SECRET"
          : "Made by the site, in its data directory",
    },
    {
      key: "Metrics",
      value: installation.areMetricsOpen
        ? "Open to other machines"
        : "For this machine alone, or off",
    },
    {
      key: "Requests logged",
      value: installation.logsAllRequests ? "All" : "Failing ones at most",
    },
  ],
};

const away: Fact[] = [{ key: "Unknown", value: "The database does not answer." }];

const megabytes = (bytes: number): string =>
  `${formatNumber(bytes < 10e6 ? Math.round(bytes / 1e5) / 10 : Math.round(bytes / 1e6))} MB`;

const moment = (date: Date | null, now: Date): ReactNode =>
  date ? (
    <>
      {sinceThen(date, now)}, on <time dateTime={date.toISOString()}>{formatMoment(date)}</time>.
    </>
  ) : (
    "Not yet."
  );

const sinceThen = (date: Date, now: Date): string =>
  now.getTime() - date.getTime() < 60_000 ? "Just now" : `${spanSince(date, now)} ago`;

const run = (done: MaintenanceRun | null, now: Date): ReactNode =>
  done ? (
    <>
      {moment(done.finishedAt, now)}
      {done.bytes === null ? null : ` ${megabytes(done.bytes)}.`}
    </>
  ) : (
    "Never."
  );

/** E.g. "every minute" or "every 10 seconds". */
const everyOf = (ms: number): string => {
  const span = ms < 60_000 ? formatCount(ms / 1_000, "second", "seconds") : spanOf(ms);
  return `every ${span.replace(/^1 /, "")}`;
};
