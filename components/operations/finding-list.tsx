import { StateTag } from "@/components/operations/state-tag";
import type { Finding } from "@/lib/operations/finding";

/** Worst first, as they come. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0)
    return <p className="text-ink-soft">Nothing. Everything that the site knows is in order.</p>;
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {findings.map(({ check, state, says, advice, names = [] }) => (
        <li key={check} className="gap-4 py-2 sm:grid sm:grid-cols-[5rem_minmax(0,1fr)]">
          <div>
            <StateTag state={state} />
          </div>
          <div className="wrap-anywhere">
            <p className="font-bold">{says}</p>
            <p>{advice}</p>
            {names.length > 0 ? <p className="text-ink-soft">{names.join(", ")}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
