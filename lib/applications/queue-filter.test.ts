import { expect, test } from "vitest";
import { queueAddress, readQueueFilter } from "@/lib/applications/queue-filter";

test("without anything said the queue shows the first page of what awaits review", () => {
  expect(readQueueFilter({})).toEqual({ state: "submitted", query: "", page: 1 });
});

test("a search looks in every state unless one is chosen", () => {
  expect(readQueueFilter({ q: " Ghent " })).toEqual({ state: "all", query: "Ghent", page: 1 });
  expect(readQueueFilter({ q: "Ghent", state: "declined" }).state).toBe("declined");
});

test("what makes no sense counts as absent", () => {
  expect(readQueueFilter({ state: "lost", page: "-1", q: ["Ghent", "Gent"] })).toEqual({ state: "all", query: "Ghent", page: 1 });
  expect(readQueueFilter({ page: "2.5" }).page).toBe(1);
});

test.each([
  { state: "submitted", query: "", page: 1 },
  { state: "all", query: "", page: 2 },
  { state: "submitted", query: "San José & co", page: 1 },
  { state: "all", query: "CC-7K3M-Q9TD", page: 3 },
] as const)("an address leads back to its filter: %j", (filter) => {
  const address = new URL(queueAddress(filter), "https://example.org");
  expect(readQueueFilter(Object.fromEntries(address.searchParams))).toEqual(filter);
});
