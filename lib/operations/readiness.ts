import { worstOf, type Finding, type State } from "@/lib/operations/finding";

type Cause = Pick<Finding, "check" | "state" | "names">;

export type Readiness = { httpStatus: 200 | 503; body: { status: State; causes: Cause[] } };

/** Anybody may read it, so it says nothing of how the installation is set up. */
export function readinessOf(
  findings: readonly Finding[],
  { needsDatabase = true }: { needsDatabase?: boolean } = {},
): Readiness {
  const told = findings.filter(({ area }) => area !== "settings");
  const isUnready = told.some(
    ({ area, check, state }) =>
      area === "database" &&
      state === "error" &&
      // No other process could write either.
      check !== "database_not_writable" &&
      (needsDatabase || check !== "database_unreachable"),
  );
  return {
    // What only an operator can mend is no reason to send visitors elsewhere.
    httpStatus: isUnready ? 503 : 200,
    body: {
      status: worstOf(told),
      causes: told.map(({ check, state, names }) => ({ check, state, ...(names && { names }) })),
    },
  };
}
