import {
  ThreadsPoolWorker,
  type PoolOptions,
  type PoolWorker,
  type WorkerRequest,
} from "vitest/node";

/**
 * A thread that stays for the next run, with all that it has loaded: to load it takes longer than
 * most faults. A fault in what a module does when it is loaded gets a thread of its own.
 */
export class KeptWorker implements PoolWorker {
  readonly name = "threads";
  static #kept: { worker: ThreadsPoolWorker; runs: number } | undefined;
  readonly #options: PoolOptions;
  readonly #listeners: [event: string, callback: (...args: unknown[]) => void][] = [];
  #worker!: ThreadsPoolWorker;
  #isRunning = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (this.#needsItsOwn() || (KeptWorker.#kept?.runs ?? 0) >= 100) await KeptWorker.#end();
    if (!KeptWorker.#kept) {
      const worker = new ThreadsPoolWorker(this.#options);
      await worker.start();
      KeptWorker.#kept = { worker, runs: 0 };
    }
    KeptWorker.#kept.runs++;
    this.#worker = KeptWorker.#kept.worker;
    this.on("message", (message: { type?: string }) => {
      if (message.type === "testfileFinished") this.#isRunning = false;
    });
  }

  on(event: string, callback: (...args: never[]) => void): void {
    const listener = callback as (...args: unknown[]) => void;
    this.#listeners.push([event, listener]);
    this.#worker.on(event, listener);
  }

  off(event: string, callback: (...args: never[]) => void): void {
    this.#worker.off(event, callback as (...args: unknown[]) => void);
  }

  send(message: WorkerRequest): void {
    if (message.type === "stop") {
      const answer = { type: "stopped", __vitest_worker_response__: true };
      for (const [event, listener] of this.#listeners) if (event === "message") listener(answer);
      return;
    }
    if (message.type === "run") this.#isRunning = true;
    this.#worker.send(message);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) this.#worker.off(event, listener);
    if (this.#isRunning || this.#needsItsOwn()) await KeptWorker.#end();
  }

  #needsItsOwn(): boolean {
    const { mode, mutantActivation } = this.#options.project.getProvidedContext() as {
      mode?: string;
      mutantActivation?: string;
    };
    return mode !== "mutant" || mutantActivation === "static";
  }

  static async #end(): Promise<void> {
    await KeptWorker.#kept?.worker.stop();
    KeptWorker.#kept = undefined;
  }
}
