import { judgeBackups } from "@/lib/operations/checks/backups";
import { databaseAway, judgeDatabase } from "@/lib/operations/checks/database";
import { judgeJobs } from "@/lib/operations/checks/jobs";
import { judgeMails } from "@/lib/operations/checks/mails";
import { judgeProcess } from "@/lib/operations/checks/process";
import { judgeInstallation } from "@/lib/operations/checks/settings";
import { weightOf, type Finding } from "@/lib/operations/finding";
import type { Readings } from "@/lib/operations/readings";

/** The one place that says what is wrong, for the page, /readyz and the metrics alike. Worst first. */
export function judge(readings: Readings): Finding[] {
  const { at, database, process, installation } = readings;
  const findings = [
    ...(database ? judgeDatabase(database, process, at) : [databaseAway]),
    ...(database ? judgeMails(database, installation, at) : []),
    ...judgeJobs(database, process, at),
    ...(database ? judgeBackups(database, at) : []),
    ...judgeProcess(process),
    ...judgeInstallation(installation, database),
  ];
  return findings.sort((one, other) => weightOf(other.state) - weightOf(one.state));
}
