import { expectJob, forgetJob, noteJobRun } from "@/lib/jobs/job-runs";
import { log } from "@/lib/log";

/** The interval starts after each run ends; errors are logged. Stopping waits for the run. */
export function repeat(
  name: string,
  everyMs: number,
  run: () => Promise<unknown>,
): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout;
  let underWay: Promise<void> = Promise.resolve();

  const runOnce = async () => {
    await run().then(
      () => noteJobRun(name, false),
      (error: unknown) => {
        noteJobRun(name, true);
        log.error({ err: error, job: name }, "Recurring task failed");
      },
    );
    schedule();
  };
  const schedule = () => {
    if (!isStopped) timer = setTimeout(() => void (underWay = runOnce()), everyMs).unref();
  };

  expectJob(name, everyMs);
  schedule();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
      forgetJob(name);
    },
  };
}
