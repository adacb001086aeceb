// One ctrl-C arrives more than once: from the terminal, and again from npm and from the starter.
const milliseconds = 500;

/** Calls back once. Asked to stop again, the process exits at once. */
export function onStopSignal(stop: (signal: "SIGTERM" | "SIGINT") => void): void {
  let firstAt: number | undefined;
  const receive = (signal: "SIGTERM" | "SIGINT") => () => {
    if (firstAt !== undefined && performance.now() - firstAt > milliseconds) process.exit(1);
    if (firstAt !== undefined) return;
    firstAt = performance.now();
    stop(signal);
  };
  process.on("SIGTERM", receive("SIGTERM"));
  process.on("SIGINT", receive("SIGINT"));
}
