import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";

/** A server that Debian brings, in the foreground, until it is closed. */
export type DebianProgram = { port: number; close: () => Promise<void> };

/** Waits until its port answers. @throws Error with what it said, when it ends instead */
export async function startDebianProgram(
  program: string,
  rest: string[],
  port: number,
): Promise<DebianProgram> {
  const child = spawn(program, rest, { cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  while (!(await answers(port)))
    if (child.exitCode !== null) throw new Error(`${program} did not start:\n${output}`);
  return {
    port,
    close: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () =>
      setTimeout(resolve, 50, false),
    );
    socket.on("connect", () => socket.destroy());
  });
