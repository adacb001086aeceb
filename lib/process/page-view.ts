import { AsyncLocalStorage } from "node:async_hooks";

// What the front door has read for a page that it then has Next render. One for the process:
// server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionPageView?: AsyncLocalStorage<object> };
const views = (shared.coalitionPageView ??= new AsyncLocalStorage<object>());

export const withPageView = <Result>(view: object | undefined, work: () => Result): Result =>
  view ? views.run(view, work) : work();

/** Null where the page has to read everything itself. */
export function pageView<View extends { page: string }>(page: View["page"]): View | null {
  const view = views.getStore() as View | undefined;
  return view?.page === page ? view : null;
}

/** What stands in a template where a visitor's own text belongs: letters and digits alone. */
export type Slot = (name: string) => string;

/** A page that is the same for all, but for a few texts: made once, and filled in for each. */
export type PageTemplate = {
  /** Tells what it shows beside the slots. */
  name: string;
  /** What Next is asked for. */
  address: (slot: Slot) => string;
  view?: (slot: Slot) => object;
  /** What belongs into the slots, as HTML. */
  values: Readonly<Record<string, string>>;
};

/** Where a posted form leads, or its page with what is wrong in it. */
export type FormAnswer = { location: string } | { view: object };
