import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, type WebServer } from "@/lib/process/web-server";

let web: WebServer;

beforeAll(async () => {
  web = await listen(0, { head: 200, request: 400, rest: 5_000, look: 50 });
  web.serve((request, response) => {
    request.resume();
    request.on("end", () => response.end("read"));
  });
});

afterAll(() => web.stop());

async function open(): Promise<Socket> {
  const socket = connect(web.port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

/** Sends a byte of something endless now and then, for as long as it is let. Gives what was answered by then; a byte too late may cost that too. */
async function drip(socket: Socket): Promise<string> {
  const dripping = setInterval(() => socket.write("a"), 20);
  let answer = "";
  socket.setEncoding("latin1").on("data", (part: string) => (answer += part));
  await new Promise((resolve) => socket.on("error", () => undefined).once("close", resolve));
  clearInterval(dripping);
  return answer;
}

test.each([
  ["the head", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "],
  ["the body", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"],
])("whoever sends %s of a request byte by byte is cut off", async (_, beginning) => {
  const socket = await open();
  socket.write(beginning);
  expect(await drip(socket)).toMatch(/^(HTTP\/1\.1 408 .*|)$/s);
});

test("a request that is sent at once is answered meanwhile", async () => {
  const slow = await open();
  slow.write("GET / HTTP/1.1\r\n");
  const answer = await fetch(`http://127.0.0.1:${web.port}/`, { method: "POST", body: "all of it" });
  expect(await answer.text()).toBe("read");
  slow.destroy();
});
