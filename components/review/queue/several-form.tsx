import { formatCount } from "@/components/staff-ui/format-number";
import { controlClass } from "@/components/ui/field";
import { Button } from "@/components/ui/button";
import {
  formatQueueFilter,
  severalAddress,
  type QueueFilter,
} from "@/lib/applications/review/queue-filter";
import type { QueuedApplication } from "@/lib/applications/review/queue-queries";

type Props = {
  applications: readonly QueuedApplication[];
  filter: QueueFilter;
  reviewers: readonly { id: string; name: string }[];
  /** The reader: whom applications are given to unless somebody else is chosen. */
  staffId: string;
  /** The ids of those that are ticked at first. */
  chosen: readonly string[];
};

/** Asks the server for a preview: nothing happens yet, so it is a question in the address. */
export function SeveralForm({ applications, filter, reviewers, staffId, chosen }: Props) {
  const isAllChosen = applications.every(({ id }) => chosen.includes(id));
  const isWaiting = filter.state === "submitted";
  return (
    <form action="/admin/applications/several" className="space-y-3">
      {[...new URLSearchParams(formatQueueFilter(filter))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="font-bold">Choose applications</legend>
        <p>
          <a
            href={severalAddress(filter, isAllChosen ? "" : "all=yes")}
            className="inline-block py-1"
          >
            {isAllChosen ? "Choose none" : `Choose all ${applications.length} of this page`}
          </a>
        </p>
        <ul className="divide-y divide-line-soft border-y border-line-soft">
          {applications.map(({ id, city, reference, claimedBy, waitInWorkingDays }) => (
            <li key={id}>
              <label className="flex min-h-9 items-start gap-3 py-1.5">
                <input
                  type="checkbox"
                  name="choose"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                  className="mt-0! size-6 shrink-0 accent-accent"
                />
                <span className="min-w-0 wrap-anywhere">
                  <b>{city.name}</b> <span className="whitespace-nowrap">{reference}</span>
                  <span className="text-ink-soft">
                    {`, ${formatCount(waitInWorkingDays ?? 0, "working day", "working days")} with the staff`}
                    {isWaiting ? `, ${claimedBy ? `${claimedBy} has it` : "nobody has it"}` : null}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {isWaiting ? (
        <div className="flex flex-wrap items-center gap-3">
          <label htmlFor="to" className="font-bold">
            Give them to
          </label>
          <select
            id="to"
            name="to"
            defaultValue={staffId}
            className={`${controlClass} mt-0! w-auto! max-w-full!`}
          >
            {reviewers.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === staffId ? `me (${name})` : name}
              </option>
            ))}
          </select>
          <Button name="what" value="assign">
            Preview
          </Button>
        </div>
      ) : (
        <Button name="what" value="remind">
          Preview the reminders
        </Button>
      )}
      <p>
        <a
          href={severalAddress({
            query: "",
            state: isWaiting ? "changes_requested" : "submitted",
            page: 1,
          })}
        >
          {isWaiting ? "Remind applicants who owe an answer" : "Give applications to a reviewer"}
        </a>
      </p>
    </form>
  );
}
