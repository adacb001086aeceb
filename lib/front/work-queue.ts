import PQueue from "p-queue";

/** There is more to do than can be done soon: the visitor is asked to come again. */
export class Overloaded extends Error {}

/** Each lane has slots of its own, so that a crowd in one keeps nobody waiting in another. */
export type Lane = "visitors" | "staff" | "files" | "health" | "refusals";

type LaneLimits = { concurrency: number; maxWaiting: number };

export const laneLimits: Record<Lane, LaneLimits> = {
  // They share one thread: more at once would keep pages in memory and staff waiting, and take more
  // memory.
  visitors: { concurrency: 3, maxWaiting: 100 },
  staff: { concurrency: 4, maxWaiting: 50 },
  files: { concurrency: 8, maxWaiting: 200 },
  health: { concurrency: 2, maxWaiting: 20 },
  // As many as there are connections.
  refusals: { concurrency: 8, maxWaiting: 4_000 },
};

/** Whatever has waited longer would be answered too late to be of use. */
const maxWaitMs = 5_000;

/** A slot is never lost for good to work that hangs. */
const maxRunMs = 30_000;

type Job = {
  lane: Lane;
  /** Jobs of a higher number go first. */
  priority?: number;
  /** Takes the job out of the queue, for one, because its visitor has gone. */
  signal?: AbortSignal;
};

/** Does as much at once as memory and time allow, lets some wait, and refuses the rest. */
export class WorkQueue {
  private readonly queues: Record<Lane, PQueue>;

  constructor(private readonly limits = laneLimits) {
    const queueOf = (lane: Lane) =>
      new PQueue({ concurrency: limits[lane].concurrency, timeout: maxRunMs });
    this.queues = {
      visitors: queueOf("visitors"),
      staff: queueOf("staff"),
      files: queueOf("files"),
      health: queueOf("health"),
      refusals: queueOf("refusals"),
    };
  }

  countWaiting(lane: Lane): number {
    return this.queues[lane].size;
  }

  /**
   * @throws Overloaded when too many wait already, or this job has waited too long
   * @throws the signal's reason when it was aborted while the job waited
   */
  async run<Result>(job: Job, work: () => Promise<Result>): Promise<Result> {
    const queue = this.queues[job.lane];
    job.signal?.throwIfAborted();
    if (queue.size >= this.limits[job.lane].maxWaiting) throw new Overloaded();

    const waiting = new AbortController();
    const leave = () => waiting.abort(job.signal?.reason);
    const timer = setTimeout(() => waiting.abort(new Overloaded()), maxWaitMs);
    job.signal?.addEventListener("abort", leave, { once: true });
    const stopWaiting = () => {
      clearTimeout(timer);
      job.signal?.removeEventListener("abort", leave);
    };
    // Once the work has begun it holds its slot until it ends, whoever has gone.
    const begin = () => {
      stopWaiting();
      return work();
    };
    const options = { signal: waiting.signal, priority: job.priority ?? 0 };
    return queue.add(begin, options).finally(stopWaiting);
  }
}
