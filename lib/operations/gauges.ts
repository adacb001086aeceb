import { checkNames, weightOf, type Finding } from "@/lib/operations/finding";
import type { Readings } from "@/lib/operations/readings";

type Labels = Record<string, string | number>;

/** A name of it, its help, and what it says: null where nobody knows at the moment. */
export type SiteGauge = {
  name: string;
  help: string;
  labelNames?: readonly string[];
  read: (readings: Readings, findings: readonly Finding[]) => number | null | [Labels, number][];
};

export const siteGauges: readonly SiteGauge[] = [
  {
    name: "coalition_build_info",
    help: "1, with the release that runs",
    labelNames: ["version", "commit"],
    read: ({ process: { release } }) => [
      [{ version: release.version ?? "", commit: release.commit ?? "" }, 1],
    ],
  },
  {
    name: "coalition_check_state",
    help: "What the site finds of itself: 0 nothing, 1 a warning, 2 an error",
    labelNames: ["check"],
    read: (_, findings) =>
      checkNames.map((check) => [
        { check },
        Math.max(
          0,
          ...findings.filter((each) => each.check === check).map((each) => weightOf(each.state)),
        ),
      ]),
  },
  {
    name: "coalition_database_up",
    help: "1 while the database answers",
    read: ({ database }) => (database ? 1 : 0),
  },
  {
    name: "coalition_database_bytes",
    help: "Size of the database",
    read: ({ database }) => database?.bytes ?? null,
  },
  {
    name: "coalition_mails_undelivered",
    help: "Emails that are due or were tried in vain",
    read: ({ database }) => database?.mails.undelivered ?? null,
  },
  {
    name: "coalition_mail_oldest_undelivered_seconds",
    help: "How long the oldest of them has waited; 0 where there is none",
    read: ({ database, at }) => database && secondsSince(database.mails.oldestUndeliveredAt, at),
  },
  {
    name: "coalition_mails_failed",
    help: "Emails that were given up on and that nobody has dismissed",
    read: ({ database }) => database?.mails.failed ?? null,
  },
  {
    name: "coalition_applications_waiting",
    help: "Applications that wait for a decision of the staff",
    read: ({ database }) => database?.applications.waiting ?? null,
  },
  {
    name: "coalition_application_oldest_waiting_seconds",
    help: "How long the oldest of them has waited; 0 where there is none",
    read: ({ database, at }) =>
      database && secondsSince(database.applications.oldestWaitingSince, at),
  },
  {
    name: "coalition_last_nightly_job_timestamp_seconds",
    help: "When the nightly job last finished; 0 before the first time",
    read: ({ database }) => database && secondsOf(database.lastNightlyJobAt),
  },
  {
    name: "coalition_last_backup_timestamp_seconds",
    help: "When the last backup that succeeded was made; 0 before the first one",
    read: ({ database }) =>
      database && secondsOf(database.maintenance.backup.latestSuccess?.finishedAt ?? null),
  },
  {
    name: "coalition_last_verified_restore_timestamp_seconds",
    help: "When a restore drill last succeeded; 0 before the first one",
    read: ({ database }) =>
      database && secondsOf(database.maintenance.restore_drill.latestSuccess?.finishedAt ?? null),
  },
  {
    name: "coalition_job_last_success_timestamp_seconds",
    help: "When a job of this process last succeeded; 0 before the first time",
    labelNames: ["job"],
    read: ({ process: { jobs } }) =>
      jobs.map(({ name, lastFinishedAt }) => [{ job: name }, secondsOf(lastFinishedAt)]),
  },
  {
    name: "coalition_job_failed_in_a_row",
    help: "How often a job of this process has failed since it last succeeded",
    labelNames: ["job"],
    read: ({ process: { jobs } }) =>
      jobs.map(({ name, failedInARow }) => [{ job: name }, failedInARow]),
  },
  {
    name: "coalition_page_memory_pages",
    help: "Pages in memory",
    read: ({ process: { door } }) => door?.memory.entries ?? null,
  },
  {
    name: "coalition_page_memory_bytes",
    help: "What the pages in memory take",
    read: ({ process: { door } }) => door?.memory.bytes ?? null,
  },
  {
    name: "coalition_page_memory_limit_bytes",
    help: "What pages of known addresses may take: PAGE_MEMORY_MB",
    read: ({ process: { door } }) => door?.memory.limitBytes ?? null,
  },
  {
    name: "coalition_queue_waiting",
    help: "Requests that wait for a slot",
    labelNames: ["lane"],
    read: ({ process: { door } }) =>
      (door?.lanes ?? []).map(({ lane, waiting }) => [{ lane }, waiting]),
  },
  {
    name: "coalition_queue_running",
    help: "Requests that have a slot",
    labelNames: ["lane"],
    read: ({ process: { door } }) =>
      (door?.lanes ?? []).map(({ lane, running }) => [{ lane }, running]),
  },
];

const secondsOf = (moment: Date | null): number => (moment ? moment.getTime() / 1_000 : 0);

const secondsSince = (moment: Date | null, now: Date): number =>
  moment ? Math.max(0, (now.getTime() - moment.getTime()) / 1_000) : 0;
