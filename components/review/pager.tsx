import { queueAddress, type QueueFilter } from "@/lib/applications/queue-filter";

/** The way to the pages before and after. */
export function Pager({ filter, pages }: { filter: QueueFilter; pages: number }) {
  if (pages <= 1) return null;
  const { page } = filter;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-6">
      {page > 1 ? (
        <a href={queueAddress({ ...filter, page: page - 1 })} rel="prev" className="py-2">
          Previous page
        </a>
      ) : null}
      <p className="py-2">
        Page {page} of {pages}
      </p>
      {page < pages ? (
        <a href={queueAddress({ ...filter, page: page + 1 })} rel="next" className="py-2">
          Next page
        </a>
      ) : null}
    </nav>
  );
}
