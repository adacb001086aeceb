import { appendFileSync, mkdirSync } from "node:fs";

type Measured = {
  attack: string;
  seconds: number;
  /** How the attacker was answered: by status, or by the code of an error. */
  outcomes: Record<string, number>;
  /** Milliseconds, sorted. */
  remembered: number[];
  staff: number[];
  /** Megabytes. */
  memoryBefore: number;
  memory: number;
  memoryAfter: number;
};

const at = (sorted: number[], share: number): string =>
  (sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN).toFixed(0);

/** Writes a line of the table in docs/figures.md to `bench-results/attacks.md`. */
export function reportSoak({
  attack,
  seconds,
  outcomes,
  remembered,
  staff,
  ...memory
}: Measured): void {
  const answers = Object.entries(outcomes).map(([outcome, count]) => `${outcome}: ${count}`);
  const cells = [
    attack,
    `${seconds} s`,
    answers.join(", "),
    `${at(remembered, 0.5)}, ${at(remembered, 0.99)} ms`,
    `${at(staff, 0.5)}, ${at(staff, 1)} ms`,
    `${memory.memoryBefore.toFixed(0)}, ${memory.memory.toFixed(0)}, ${memory.memoryAfter.toFixed(0)} MB`,
  ];
  mkdirSync("bench-results", { recursive: true });
  appendFileSync("bench-results/attacks.md", `| ${cells.join(" | ")} |\n`);
}
