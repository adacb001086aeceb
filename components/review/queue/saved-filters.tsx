import { controlClass } from "@/components/ui/field";
import { SmallButton } from "@/components/staff-ui/small-button";
import {
  formatQueueFilter,
  parseQueueFilter,
  queueAddress,
  type QueueFilter,
} from "@/lib/applications/review/queue-filter";

type Action = (form: FormData) => Promise<void>;

type Props = {
  filters: readonly { id: string; name: string; filter: string }[];
  /** What is shown now: it can be saved. */
  filter: QueueFilter;
  save: Action;
  remove: Action;
};

/** The reviewer's own views of the queue, as links, and what saves and removes them. */
export function SavedFilters({ filters, filter, save, remove }: Props) {
  const current = formatQueueFilter({ ...filter, page: 1 });
  return (
    <div className="mb-2 flex flex-wrap items-start gap-x-6 gap-y-1">
      {filters.length > 0 ? (
        <nav aria-label="Saved views">
          <ul className="-ms-2 flex flex-wrap">
            {filters.map(({ id, name, filter: saved }) => (
              <li key={id}>
                <a
                  href={queueAddress(parseQueueFilter(saved))}
                  aria-current={saved === current ? "page" : undefined}
                  className="inline-block rounded-md px-2 py-1 wrap-anywhere aria-[current]:font-bold"
                >
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <details>
        <summary className="cursor-pointer py-1">Save this view</summary>
        <form action={save} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
          <input type="hidden" name="filter" value={current} />
          <label htmlFor="filter-name" className="font-bold">
            Name
          </label>
          <input
            id="filter-name"
            name="name"
            required
            maxLength={60}
            autoComplete="off"
            className={`${controlClass} mt-0! min-h-9! w-56! py-1!`}
          />
          <SmallButton>Save</SmallButton>
        </form>
        {filters.length > 0 ? (
          <ul className="space-y-1 pb-2">
            {filters.map(({ id, name }) => (
              <li key={id}>
                <form action={remove} className="flex flex-wrap items-center gap-x-3">
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="filter" value={current} />
                  <bdi className="wrap-anywhere">{name}</bdi>
                  <SmallButton>
                    Remove<span className="sr-only"> “{name}”</span>
                  </SmallButton>
                </form>
              </li>
            ))}
          </ul>
        ) : null}
      </details>
    </div>
  );
}
