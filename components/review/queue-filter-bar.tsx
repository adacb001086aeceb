import { Button } from "@/components/ui/button";
import { controlLook } from "@/components/ui/field";
import { stateNames } from "@/components/review/words";
import { queueAddress, type QueueFilter } from "@/lib/applications/queue-filter";
import type { ApplicationState } from "@/prisma/generated/enums";

type Props = { filter: QueueFilter; counts: Readonly<Record<ApplicationState, number>> };

const states = Object.keys(stateNames) as ApplicationState[];

/** Search and states, each with how many there are. */
export function QueueFilterBar({ filter, counts }: Props) {
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  const choices = [...states.map((state) => ({ state, name: stateNames[state], count: counts[state] })), { state: "all" as const, name: "All", count: all }];
  return (
    <div className="mb-4 space-y-3">
      <search>
        <form action="/admin" className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-0 grow sm:max-w-md">
            <label htmlFor="q" className="font-bold">
              Search city, reference, applicant
            </label>
            <input id="q" name="q" type="search" defaultValue={filter.query} autoComplete="off" spellCheck={false} className={controlLook} />
          </div>
          <Button look="secondary">Search</Button>
          {filter.query ? (
            <a href="/admin" className="py-2.5">
              Clear
            </a>
          ) : null}
        </form>
      </search>
      <nav aria-label="States">
        <ul className="flex flex-wrap gap-x-1 gap-y-1">
          {choices.map(({ state, name, count }) => (
            <li key={state}>
              <a
                href={queueAddress({ ...filter, state, page: 1 })}
                aria-current={state === filter.state ? "page" : undefined}
                className="inline-block rounded-md px-3 py-1.5 no-underline hover:underline aria-[current]:bg-ink aria-[current]:text-paper"
              >
                {name} <span className="tabular-nums">({count})</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
