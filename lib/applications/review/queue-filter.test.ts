import { expect, test } from "vitest";
import {
  applicationAddress,
  parseQueueFilter,
  queueAddress,
  parseQueueParams,
  formatQueueFilter,
} from "@/lib/applications/review/queue-filter";

test("without anything said the queue shows the first page of what awaits review", () => {
  expect(parseQueueParams({})).toEqual({ state: "submitted", query: "", page: 1 });
});

test("a search looks in every state unless one is chosen", () => {
  expect(parseQueueParams({ q: " Ghent " })).toEqual({ state: "all", query: "Ghent", page: 1 });
  expect(parseQueueParams({ q: "Ghent", state: "declined" }).state).toBe("declined");
});

test("what makes no sense counts as absent", () => {
  expect(parseQueueParams({ state: "lost", page: "-1", q: ["Ghent", "Gent"] })).toEqual({
    state: "all",
    query: "Ghent",
    page: 1,
  });
  expect(parseQueueParams({ page: "2.5" }).page).toBe(1);
});

test.each([
  { state: "submitted", query: "", page: 1 },
  { state: "all", query: "", page: 2 },
  { state: "submitted", query: "San José & co", page: 1 },
  { state: "all", query: "CC-7K3M-Q9TD", page: 3 },
] as const)("an address leads back to its filter: %j", (filter) => {
  const address = new URL(queueAddress(filter), "https://example.org");
  expect(parseQueueParams(Object.fromEntries(address.searchParams))).toEqual(filter);
});

test("an application's address, and the form on it, lead back to the queue that one came from", () => {
  const filter = { state: "declined", query: "San José & co", page: 2 } as const;
  const address = new URL(applicationAddress("42", filter, "done=declined"), "https://example.org");
  expect(address.pathname).toBe("/admin/applications/42");
  expect(parseQueueParams(Object.fromEntries(address.searchParams))).toEqual(filter);
  expect(parseQueueFilter(formatQueueFilter(filter))).toEqual(filter);
});

test("from the queue as it is at first, an application's address is bare", () => {
  expect(applicationAddress("42", parseQueueParams({}))).toBe("/admin/applications/42");
});
