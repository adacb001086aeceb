import type { ActionFilter } from "@/lib/actions/schema";

/** The address of a view of the page of actions. */
export function filterPath(filter: ActionFilter): `/${string}` {
  const query = new URLSearchParams(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  );
  return query.size > 0 ? `/actions?${query}` : "/actions";
}
