import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionRequest?: AsyncLocalStorage<string> };
const requests = (shared.coalitionRequest ??= new AsyncLocalStorage<string>());

/** Of the request that is being answered: in its log lines and in the answer's `x-request-id`. */
export const requestId = (): string | undefined => requests.getStore();

export const inRequest = <Result>(id: string, work: () => Result): Result => requests.run(id, work);

const wellFormed = /^[0-9a-f-]{16,64}$/i;

/** A proxy's own number is taken on, so that its log and this one name a request alike. */
export function newRequestId(offered: unknown, hasProxy: boolean): string {
  return hasProxy && typeof offered === "string" && wellFormed.test(offered)
    ? offered.toLowerCase()
    : randomUUID();
}
