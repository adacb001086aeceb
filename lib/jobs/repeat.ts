import { log } from "@/lib/log";

/**
 * Does something again and again, so long after it was done last; an error is logged, and it goes
 * on. Stopping waits for what is under way.
 */
export function repeat(everyMs: number, run: () => Promise<unknown>): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout;
  let underWay: Promise<void> = Promise.resolve();

  const runOnce = async () => {
    await run().catch((error: unknown) => log.error({ err: error }, "Recurring task failed"));
    schedule();
  };
  const schedule = () => {
    if (!isStopped) timer = setTimeout(() => void (underWay = runOnce()), everyMs).unref();
  };

  schedule();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
