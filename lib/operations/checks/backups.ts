import { dayMs } from "@/lib/durations";
import type { DatabaseReadings } from "@/lib/operations/database-queries";
import type { Finding } from "@/lib/operations/finding";
import { hasPassed, spanSince } from "@/lib/operations/spans";

const backupLateAfter = { warning: 2 * dayMs, error: 7 * dayMs };
const restoreUnverifiedAfter = 100 * dayMs;

export function judgeBackups({ maintenance }: DatabaseReadings, now: Date): Finding[] {
  const { backup, restore_drill: drill } = maintenance;
  const findings: Finding[] = [];
  const saved = backup.latestSuccess?.finishedAt ?? null;
  if (!saved || hasPassed(backupLateAfter.warning, saved, now))
    findings.push({
      check: "backup_late",
      area: "backups",
      state: saved && hasPassed(backupLateAfter.error, saved, now) ? "error" : "warning",
      says: saved
        ? `The last backup was made ${spanSince(saved, now)} ago.`
        : "No backup was ever made with npm run backup.",
      advice: "Run npm run backup each night, and keep the archives on another machine.",
    });
  if (backup.latest?.outcome === "failed")
    findings.push({
      check: "backup_failed",
      area: "backups",
      state: "error",
      says: `The backup of ${spanSince(backup.latest.finishedAt, now)} ago failed.`,
      advice: "Run npm run backup by hand, and read what it says.",
    });
  const verified = drill.latestSuccess?.finishedAt ?? null;
  if (!verified || hasPassed(restoreUnverifiedAfter, verified, now))
    findings.push({
      check: "restore_unverified",
      area: "backups",
      state: "warning",
      says: verified
        ? `That a backup can be restored was last tried ${spanSince(verified, now)} ago.`
        : "Nobody has tried yet whether a backup can be restored.",
      advice: "Run npm run restore-drill: it restores into a scratch database, and compares.",
    });
  if (drill.latest?.outcome === "failed")
    findings.push({
      check: "drill_failed",
      area: "backups",
      state: "error",
      says: `The restore drill of ${spanSince(drill.latest.finishedAt, now)} ago failed: the backup may be of no use.`,
      advice: "Make a new backup, and drill again.",
    });
  return findings;
}
