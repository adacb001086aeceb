import type { Finding } from "@/lib/operations/finding";
import type { ProcessReadings } from "@/lib/operations/process-readings";

/** Of the limit on memory, or of the places in a queue. */
const shortShare = 0.9;
const longShare = 0.8;

export function judgeProcess({ memoryBytes, memoryLimitBytes, door }: ProcessReadings): Finding[] {
  const findings: Finding[] = [];
  if (memoryLimitBytes && memoryBytes > shortShare * memoryLimitBytes)
    findings.push({
      check: "memory_short",
      area: "process",
      state: "warning",
      says: "The process has nearly all the memory that it may take, and may be ended for it.",
      advice: "Lower PAGE_MEMORY_MB, or allow the process more.",
    });
  const long = (door?.lanes ?? []).filter(({ waiting, most }) => waiting > longShare * most);
  if (long.length > 0)
    findings.push({
      check: "queue_long",
      area: "process",
      state: "warning",
      says: "So many requests wait that the next ones are sent away.",
      advice: "Look whether it is a crowd or an attack, and whether the database is slow.",
      names: long.map(({ lane }) => lane),
    });
  return findings;
}
