import { readdirSync, readFileSync } from "node:fs";

/**
 * The resident memory of a process and everything that it started, in megabytes. Reads Linux's
 * /proc.
 */
export function residentMemory(pid: number): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const members = new Set([pid]);
  // A child has a higher number than its parent here: one pass in order finds the whole tree.
  for (const each of processes.sort((one, other) => one - other))
    if (members.has(statusOf(each, "PPid"))) members.add(each);
  const kilobytes = [...members].reduce((sum, member) => sum + statusOf(member, "VmRSS"), 0);
  return kilobytes / 1024;
}

/** A number of /proc/<pid>/status, 0 for a process that has ended meanwhile. */
function statusOf(pid: number, field: string): number {
  try {
    return Number(
      new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(
        readFileSync(`/proc/${pid}/status`, "utf8"),
      )?.[1] ?? 0,
    );
  } catch {
    return 0;
  }
}
