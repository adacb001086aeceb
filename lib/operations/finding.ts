export type State = "ok" | "warning" | "error";

/** Part of what an operator looks after. */
export type Area = "database" | "mails" | "jobs" | "backups" | "process" | "settings";

/** Each is a series of the metrics and a word of /readyz, so none is renamed without need. */
export const checkNames = [
  "database_unreachable",
  "database_not_writable",
  "migrations_unknown",
  "migrations_missing",
  "clocks_differ",
  "database_embedded",
  "mail_server_missing",
  "mail_late",
  "mail_failed",
  "nightly_job_late",
  "job_failing",
  "job_late",
  "backup_late",
  "backup_failed",
  "restore_unverified",
  "drill_failed",
  "memory_short",
  "queue_long",
  "address_not_https",
  "secret_in_data_directory",
  "metrics_open",
  "all_requests_logged",
] as const;

export type CheckName = (typeof checkNames)[number];

/** What is not as it should be, and what an operator does about it. */
export type Finding = {
  check: CheckName;
  area: Area;
  state: Exclude<State, "ok">;
  says: string;
  advice: string;
  /** Of migrations or jobs. */
  names?: readonly string[];
};

const weights = { error: 2, warning: 1, ok: 0 } as const;

export const weightOf = (state: State): number => weights[state];

const areas: readonly Area[] = ["database", "mails", "jobs", "backups", "process", "settings"];

/** The worst first. */
export const areasByState = (findings: readonly Finding[]): { area: Area; state: State }[] =>
  areas
    .map((area) => ({ area, state: worstOf(findings.filter((each) => each.area === area)) }))
    .sort((one, other) => weightOf(other.state) - weightOf(one.state));

export function worstOf(findings: readonly Pick<Finding, "state">[]): State {
  if (findings.some(({ state }) => state === "error")) return "error";
  return findings.length > 0 ? "warning" : "ok";
}
