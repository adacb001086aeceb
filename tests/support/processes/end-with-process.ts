import type { ChildProcess } from "node:child_process";

const running = new Set<ChildProcess>();
process.once("exit", () => running.forEach((child) => child.kill()));

/** Also where this process is stopped halfway: whoever waits for a signal calls process.exit(). */
export function endWithThisProcess(child: ChildProcess): void {
  running.add(child);
  child.once("exit", () => running.delete(child));
}
