import { log } from "@/lib/log";

/** The interval starts after each run ends; errors are logged. Stopping waits for the run. */
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
