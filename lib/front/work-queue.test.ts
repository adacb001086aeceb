import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Overloaded, WorkQueue, type Lane } from "@/lib/front/work-queue";
import { inRequest, requestId } from "@/lib/process/request-context";

const small = { concurrency: 2, maxWaiting: 2 };
const limits = {
  visitors: small,
  searches: small,
  uploads: small,
  staff: small,
  files: small,
  health: small,
  refusals: small,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Until what has a slot has begun. */
const turn = () => vi.advanceTimersByTimeAsync(1);

/** A queue whose jobs the test ends; it notes in which order they began. */
function aQueue() {
  const queue = new WorkQueue(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const add = (
    name: string,
    job: { lane?: Lane; priority?: number; signal?: AbortSignal } = {},
  ) => {
    const done = queue.run({ lane: "visitors", ...job }, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
    done.catch(() => undefined);
    return done;
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await turn();
  };
  return { add, end, begun };
}

test("so many run at once, so many wait, and the rest is refused at once", async () => {
  const { add, end, begun } = aQueue();
  for (const name of ["one", "two", "three", "four"]) void add(name);
  await expect(add("five")).rejects.toBeInstanceOf(Overloaded);
  await turn();
  expect(begun).toEqual(["one", "two"]);
  await end("one");
  expect(begun).toEqual(["one", "two", "three"]);
});

test("a crowd of visitors keeps no staff waiting", async () => {
  const { add, begun } = aQueue();
  for (const name of ["one", "two", "three", "four"]) void add(name);
  void add("reviewer", { lane: "staff" });
  await turn();
  expect(begun).toEqual(["one", "two", "reviewer"]);
});

test("what many ask for goes first", async () => {
  const { add, end, begun } = aQueue();
  void add("one");
  void add("two");
  await turn();
  void add("asked for once");
  void add("asked for by many", { priority: 1 });
  await end("one");
  expect(begun).toEqual(["one", "two", "asked for by many"]);
});

test("whoever leaves while waiting is dropped; work that has begun keeps its slot", async () => {
  const { add, end, begun } = aQueue();
  const left = new AbortController();
  void add("one", { signal: left.signal });
  void add("two");
  await turn();
  const third = add("three", { signal: left.signal });
  void add("four");
  left.abort(new Error("left"));
  await expect(third).rejects.toThrow("left");
  await turn();
  expect(begun).toEqual(["one", "two"]);
  await end("one");
  expect(begun).toEqual(["one", "two", "four"]);
});

test("whoever waits for five seconds is told to come again", async () => {
  const { add } = aQueue();
  void add("one");
  void add("two");
  const third = add("three");
  await vi.advanceTimersByTimeAsync(4_999);
  const settled = vi.fn();
  third.catch(settled);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await expect(third).rejects.toBeInstanceOf(Overloaded);
});

test("work that hangs gives its slot back after half a minute", async () => {
  const { add, begun } = aQueue();
  void add("one");
  void add("two");
  await vi.advanceTimersByTimeAsync(30_000);
  void add("three");
  await turn();
  expect(begun).toEqual(["one", "two", "three"]);
});

test("a crowd in one turn of the event loop is queued, also where its work waits for nothing", async () => {
  const queue = new WorkQueue(limits);
  const ask = () => queue.run({ lane: "visitors" }, () => Promise.resolve());
  const crowd = Array.from({ length: 10 }, () => ask());
  const answers = Promise.allSettled(crowd);
  await vi.advanceTimersByTimeAsync(10);
  const refused = (await answers).filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(10 - small.concurrency - small.maxWaiting);
});

test("nothing is made for who leaves before the turn in which it would have begun", async () => {
  const { add, begun } = aQueue();
  const left = new AbortController();
  const one = add("one", { signal: left.signal });
  left.abort(new Error("left"));
  await turn();
  await expect(one).rejects.toThrow("left");
  expect(begun).toEqual([]);
});

test("work that waited for a slot is still part of its own request", async () => {
  const queue = new WorkQueue({ ...limits, visitors: { concurrency: 1, maxWaiting: 5 } });
  const seen: (string | undefined)[] = [];
  const ends: (() => void)[] = [];
  const begin = (id: string) =>
    inRequest(id, () =>
      queue.run({ lane: "visitors" }, () => {
        seen.push(requestId());
        return new Promise<void>((resolve) => ends.push(resolve));
      }),
    );
  const all = Promise.all(["one", "two", "three"].map(begin));
  for (const index of [0, 1, 2]) {
    await turn();
    ends[index]?.();
  }
  await turn();
  await all;
  expect(seen).toEqual(["one", "two", "three"]);
});
