import { nameQueue } from "@/components/review/labels";
import {
  applicationAddress,
  queueAddress,
  type QueueFilter,
} from "@/lib/applications/review/queue-filter";
import type { Neighbour } from "@/lib/applications/review/queue-queries";

type Props = {
  filter: QueueFilter;
  applicationId: string;
  previous?: Neighbour | null;
  next?: Neighbour | null;
};

const linkClass = "inline-block py-1";

/**
 * Back to the queue, at the line that one came from, and on to the applications beside this one.
 */
export function QueueSteps({ filter, applicationId, previous, next }: Props) {
  return (
    <nav aria-label="Queue" className="mb-1 flex flex-wrap gap-x-6 print:hidden">
      <a
        href={`${queueAddress(filter)}#application-${applicationId}`}
        data-shortcut="u"
        className={linkClass}
      >
        {nameQueue(filter)}
        {filter.query ? ` that match “${filter.query}”` : null}
      </a>
      {previous ? (
        <a
          href={applicationAddress(previous.id, filter)}
          rel="prev"
          data-shortcut="p"
          className={`${linkClass} sm:ms-auto`}
        >
          Previous: {previous.city.name}
        </a>
      ) : null}
      {next ? (
        <a
          href={applicationAddress(next.id, filter)}
          rel="next"
          data-shortcut="n"
          className={`${linkClass} ${previous ? "" : "sm:ms-auto"}`}
        >
          Next in the queue: {next.city.name}
        </a>
      ) : null}
    </nav>
  );
}
