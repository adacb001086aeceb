import { stateLabels } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { SearchForm } from "@/components/staff-ui/search-form";
import { queueAddress, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { ApplicationState } from "@/prisma/generated/enums";

type Props = { filter: QueueFilter; counts: Readonly<Record<ApplicationState, number>> };

const states = Object.keys(stateLabels) as ApplicationState[];

/** States, each with how many there are, and the search. */
export function QueueFilterBar({ filter, counts }: Props) {
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  const choices = [
    ...states.map((state) => ({ state, name: stateLabels[state], count: counts[state] })),
    { state: "all" as const, name: "All", count: all },
  ];
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <nav aria-label="States">
        <ul className="-ms-2 flex flex-wrap">
          {choices.map(({ state, name, count }) => (
            <li key={state}>
              <a
                href={queueAddress({ ...filter, state, page: 1 })}
                aria-current={state === filter.state ? "page" : undefined}
                className="inline-block rounded-md px-2 py-1 no-underline hover:underline aria-[current]:bg-ink aria-[current]:text-paper forced-colors:aria-[current]:border-2"
              >
                {name} <span className="tabular-nums">({formatNumber(count)})</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SearchForm
        action="/admin"
        name="q"
        label="City, reference or applicant"
        query={filter.query}
        clear="/admin"
      />
    </div>
  );
}
