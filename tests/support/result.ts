import type { Result } from "@/lib/result";

/** @throws where the command was refused */
export function successOf<Outcome extends Result<string>>(
  outcome: Outcome,
): Extract<Outcome, { ok: true }> {
  if (!outcome.ok) throw new Error(`The command was refused: ${outcome.reason}.`);
  return outcome as Extract<Outcome, { ok: true }>;
}

/** For outcomes that come in any order: "done", or the reason. */
export const sortedReasons = (outcomes: Result<string>[]): string[] =>
  outcomes.map((outcome) => (outcome.ok ? "done" : outcome.reason)).sort();
