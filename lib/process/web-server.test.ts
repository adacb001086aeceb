import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen, refuseWebSockets, webServer, type WebServer } from "@/lib/process/web-server";

let web: WebServer;

beforeAll(async () => {
  web = await listen(0, {
    headMs: 200,
    requestMs: 400,
    keepAliveMs: 5_000,
    checkEveryMs: 50,
    connections: 100,
  });
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

/**
 * Sends a byte of something endless now and then, for as long as it is let. Gives what was answered
 * by then; a byte too late may cost that too.
 */
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
  const answer = await fetch(`http://127.0.0.1:${web.port}/`, {
    method: "POST",
    body: "all of it",
  });
  expect(await answer.text()).toBe("read");
  slow.destroy();
});

const handshake =
  "GET /en HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
const answersOf = async (socket: Socket): Promise<string> => {
  let answers = "";
  socket.setEncoding("latin1").on("data", (part: string) => (answers += part));
  await once(socket, "close");
  return answers;
};

test("a WebSocket is refused, and its connection ends", async () => {
  refuseWebSockets(web.server);
  const socket = await open();
  socket.write(handshake);
  expect(await answersOf(socket)).toMatch(/^HTTP\/1\.1 400 /);
});

test("what offers to speak another HTTP is answered in this one", async () => {
  const socket = await open();
  socket.write(
    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n\r\n",
  );
  expect(await answersOf(socket)).toMatch(/^HTTP\/1\.1 200 .*read/s);
});

test("a site that stops says so, ends each connection with its next answer, and loses no request", async () => {
  const stopping = await listen(0);
  stopping.serve((_, response) => response.end("served"));
  const address = `http://127.0.0.1:${stopping.port}`;
  const kept = connect(stopping.port, "127.0.0.1");
  kept.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const [first] = (await once(kept, "data")) as [Buffer];
  expect(first.toString()).toContain("Connection: keep-alive");

  const stopped = stopping.stop(500);
  for (const path of ["/readyz", "/readyz?exclude=database"]) {
    const ready = await fetch(address + path);
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 503,
      body: { status: "stopping" },
    });
  }
  const late = await fetch(address);
  expect({ body: await late.text(), connection: late.headers.get("connection") }).toEqual({
    body: "served",
    connection: "close",
  });
  kept.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(await answersOf(kept)).toMatch(/Connection: close.*served$/is);
  await stopped;
  await expect(fetch(address)).rejects.toThrow();
});

test("beyond the most connections nobody is let in, and those who are in are served", async () => {
  const full = await listen(0, {
    headMs: 5_000,
    requestMs: 5_000,
    keepAliveMs: 5_000,
    checkEveryMs: 1_000,
    connections: 1,
  });
  full.serve((_, response) => response.end("served"));
  const inside = connect(full.port, "127.0.0.1");
  await once(inside, "connect");
  await once(connect(full.port, "127.0.0.1"), "close");
  inside.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(String((await once(inside, "data"))[0])).toContain("served");
  inside.destroy();
  await full.stop();
});

/** Opens one connection after the other, without a pause. */
const crowdAt = ({ port }: WebServer, size: number) =>
  Array.from({ length: size }, () => connect(port, "127.0.0.1").on("error", () => undefined));

test("of a crowd that connects at once, all are accepted before other work begins", async () => {
  const door = await listen(0);
  let inside = 0;
  door.server.on("connection", () => void (inside += 1));
  const crowd = crowdAt(door, 200);
  await once(door.server, "connection");
  expect(inside).toBeLessThan(crowd.length);
  await door.untilAllAccepted();
  expect(inside).toBe(crowd.length);
  for (const socket of crowd) socket.destroy();
  await door.stop();
});

test("a crowd without end keeps other work waiting for a quarter of a second, and then not at all for as long", async () => {
  const door = await listen(0);
  let isOpen = true;
  door.server.on("connection", (socket: Socket) => {
    socket.destroy();
    if (isOpen) crowdAt(door, 1);
  });
  crowdAt(door, 20);
  await once(door.server, "connection");
  const wait = async () => {
    const since = performance.now();
    await door.untilAllAccepted();
    return performance.now() - since;
  };
  expect(await wait()).toBeGreaterThan(200);
  expect(await wait()).toBeLessThan(150);
  isOpen = false;
  await door.stop();
});

test("a port that waits for the site to be ready is closed until then", async () => {
  const late = webServer(0);
  late.serve((_, response) => response.end("served"));
  expect(late.server.listening).toBe(false);
  await late.open();
  await late.open();
  expect(await (await fetch(`http://127.0.0.1:${late.port}`)).text()).toBe("served");
  await late.stop();
});
