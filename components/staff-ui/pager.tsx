/** The way to the pages before and after. `page` counts from 1. */
export function Pager({
  page,
  pages,
  addressOf,
}: {
  page: number;
  pages: number;
  addressOf: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-6">
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev" className="py-2">
          Previous page
        </a>
      ) : null}
      <p className="py-2">
        Page {page} of {pages}
      </p>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next" className="py-2">
          Next page
        </a>
      ) : null}
    </nav>
  );
}
