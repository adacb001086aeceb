import type { ReactNode } from "react";
import { nameQueue, stateLabels } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { SearchForm } from "@/components/staff-ui/search-form";
import { queueAddress, queueViews, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { QueueCounts } from "@/lib/applications/review/queue-queries";
import type { SecondLookCounts } from "@/lib/applications/second-look/second-look-queries";
import type { ApplicationState } from "@/prisma/generated/enums";

type Props = { filter: QueueFilter; counts: QueueCounts; secondLooks: SecondLookCounts };

type Choice = Pick<QueueFilter, "state" | "view"> & { count: number };

const choiceClass =
  "inline-block rounded-md px-2 py-1 no-underline hover:underline aria-[current]:bg-ink aria-[current]:text-paper forced-colors:aria-[current]:border-2";

const states = Object.keys(stateLabels) as ApplicationState[];

/** What there is to do, then every state, each with how many there are; and the search. */
export function QueueFilterBar({ filter, counts, secondLooks }: Props) {
  const all = states.reduce((sum, state) => sum + counts.states[state], 0);
  const toDo: Choice[] = [
    ...queueViews.map((view) => ({
      ...{ state: "submitted" as const, view },
      count: counts.views[view],
    })),
    { state: "changes_requested", count: counts.states.changes_requested },
  ];
  const everything: Choice[] = [
    ...states
      .filter((state) => state !== "changes_requested")
      .map((state) => ({ state, count: counts.states[state] })),
    { state: "all", count: all },
  ];
  return (
    <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <Choices label="To do" choices={toDo} filter={filter}>
          <li>
            <a href="/admin/second-look" className={choiceClass}>
              Second look <Count of={sumOf(secondLooks)} />
            </a>
          </li>
        </Choices>
        <Choices label="States" choices={everything} filter={filter} />
      </div>
      <SearchForm
        action="/admin"
        name="q"
        label="City, reference, applicant or note"
        query={filter.query}
        clear="/admin"
      />
    </div>
  );
}

function Choices({
  label,
  choices,
  filter,
  children,
}: {
  label: string;
  choices: Choice[];
  filter: QueueFilter;
  children?: ReactNode;
}) {
  return (
    <nav aria-label={label}>
      <ul className="-ms-2 flex flex-wrap">
        {choices.map(({ state, view, count }) => (
          <li key={view ?? state}>
            <a
              href={queueAddress({ query: filter.query, state, view, page: 1 })}
              aria-current={state === filter.state && view === filter.view ? "page" : undefined}
              className={choiceClass}
            >
              {state === "all" ? "All" : nameQueue({ state, view })} <Count of={count} />
            </a>
          </li>
        ))}
        {children}
      </ul>
    </nav>
  );
}

const Count = ({ of: count }: { of: number }) => (
  <span className="tabular-nums">({formatNumber(count)})</span>
);

const sumOf = ({ appeals, approvals, samples }: SecondLookCounts): number =>
  appeals + approvals + samples;
