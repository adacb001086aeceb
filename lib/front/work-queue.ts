import { AsyncResource } from "node:async_hooks";
import PQueue from "p-queue";

/** Each lane has its own slots, so that a crowd in one does not delay the others. */
export type Lane = "visitors" | "searches" | "uploads" | "staff" | "files" | "health" | "refusals";

export class Overloaded extends Error {
  constructor(readonly lane: Lane) {
    super(`Too many wait for ${lane}`);
  }
}

type LaneLimits = { concurrency: number; maxWaiting: number; maxWaitMs?: number };

export const laneLimits: Record<Lane, LaneLimits> = {
  // They share one thread: more at once would delay other answers and take more memory.
  visitors: { concurrency: 3, maxWaiting: 100 },
  // A crowd with searches of its own making keeps nobody from forms and from other pages.
  searches: { concurrency: 2, maxWaiting: 100 },
  // Each holds a body of megabytes, and several times that while it is read.
  uploads: { concurrency: 1, maxWaiting: 3 },
  staff: { concurrency: 4, maxWaiting: 50 },
  files: { concurrency: 8, maxWaiting: 200 },
  health: { concurrency: 2, maxWaiting: 20 },
  // As many as there can be connections: the last of them waits long for its answer.
  refusals: { concurrency: 32, maxWaiting: 4_000, maxWaitMs: 20_000 },
};

const usualMaxWaitMs = 5_000;

/** Takes the slot back from work that hangs. */
const maxRunMs = 30_000;

/**
 * The event loop hands over a crowd's requests in one turn. Work that waits for nothing would end
 * in that turn too, one after the other, before anybody else is answered and without a queue.
 */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

type Job = {
  lane: Lane;
  priority?: number;
  signal?: AbortSignal;
};

export class WorkQueue {
  private readonly queues: Record<Lane, PQueue>;

  constructor(
    private readonly limits = laneLimits,
    private readonly laterTurn = nextTurn,
  ) {
    const queueOf = (lane: Lane) =>
      new PQueue({ concurrency: limits[lane].concurrency, timeout: maxRunMs });
    this.queues = {
      visitors: queueOf("visitors"),
      searches: queueOf("searches"),
      uploads: queueOf("uploads"),
      staff: queueOf("staff"),
      files: queueOf("files"),
      health: queueOf("health"),
      refusals: queueOf("refusals"),
    };
  }

  countWaiting(lane: Lane): number {
    return this.queues[lane].size;
  }

  countRunning(lane: Lane): number {
    return this.queues[lane].pending;
  }

  /** @throws Overloaded if too many wait or the wait is too long; the signal's reason if aborted */
  async run<Result>(job: Job, work: () => Promise<Result>): Promise<Result> {
    const queue = this.queues[job.lane];
    job.signal?.throwIfAborted();
    const { maxWaiting, maxWaitMs = usualMaxWaitMs } = this.limits[job.lane];
    if (queue.size >= maxWaiting) throw new Overloaded(job.lane);

    const waiting = new AbortController();
    const leave = () => waiting.abort(job.signal?.reason);
    const timer = setTimeout(() => waiting.abort(new Overloaded(job.lane)), maxWaitMs);
    job.signal?.addEventListener("abort", leave, { once: true });
    const stopWaiting = () => {
      clearTimeout(timer);
      job.signal?.removeEventListener("abort", leave);
    };
    // Work that has begun holds its slot until it ends, even if the visitor has gone.
    // Bound, since the queue would begin it as part of the request that gave its slot back.
    const begin = AsyncResource.bind(async () => {
      // Health checks do not wait for a crowd.
      await (job.lane === "health" ? nextTurn() : this.laterTurn());
      stopWaiting();
      job.signal?.throwIfAborted();
      return work();
    });
    const options = { signal: waiting.signal, priority: job.priority ?? 0 };
    return queue.add(begin, options).finally(stopWaiting);
  }
}
