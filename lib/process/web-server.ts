import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { StartError } from "@/lib/process/start-error";

export type WebServer = {
  server: Server;
  /** Where it was 0, it is known once the port is open. */
  port: number;
  /** Until the site serves, only /healthz answers. @throws StartError */
  open: () => Promise<void>;
  serve: (answer: RequestListener) => void;
  /** Until a turn of the event loop accepts no new connection, or `crowdMs` are over. */
  untilAllAccepted: () => Promise<void>;
  /** Answers 503 at /readyz for `drainMs`, then takes no requests and waits for those under way. */
  stop: (drainMs?: number) => Promise<void>;
};

const secondsForRequestsUnderWay = 10;

/** So long work waits for a crowd, and then so long for nobody: neither keeps out the other. */
const crowdMs = 250;

type Limits = {
  /** From the connection's start, or the answer before, until a request's head is complete. */
  headMs: number;
  requestMs: number;
  keepAliveMs: number;
  checkEveryMs: number;
  connections: number;
};

const limitsOfVisitors: Limits = {
  headMs: 15_000,
  requestMs: 30_000,
  // Longer than the minute of proxies, so that they never reuse a connection just closed here.
  keepAliveMs: 65_000,
  checkEveryMs: 5_000,
  // Some 20 kB each.
  connections: 4_000,
};

/** Port 0 is any free one. @throws StartError */
export async function listen(port: number, limits?: Limits): Promise<WebServer> {
  const web = webServer(port, limits);
  await web.open();
  return web;
}

/** One whose port is closed until open(). */
export function webServer(port: number, limits: Limits = limitsOfVisitors): WebServer {
  let answer: RequestListener = answerWhileStarting;
  let isStopping = false;
  const server = createServer(serverOptions(limits), (request, response) => {
    if (isStopping) response.setHeader("connection", "close");
    if (isStopping && /^\/readyz(\?|$)/.test(request.url ?? ""))
      return sendStatus(response, 503, "stopping");
    answer(request, response);
  });
  server.maxConnections = limits.connections;
  let accepted = 0;
  let accepting: Promise<void> | undefined;
  let waitsForNobodyUntil = 0;
  /**
   * libuv accepts one connection in each turn, and a turn that renders takes 10 ms or more: of a
   * thousand that connect at once, the last would wait for a thousand of those.
   */
  const acceptCrowd = async () => {
    const end = performance.now() + crowdMs;
    let before: number;
    // This turn may have accepted its connection already.
    await nextTurn();
    do {
      before = accepted;
      await nextTurn();
    } while (accepted > before && performance.now() < end);
    if (accepted > before) waitsForNobodyUntil = performance.now() + crowdMs;
  };
  server.on("connection", () => void (accepted += 1));

  const web: WebServer = {
    server,
    port,
    open: async () => {
      if (server.listening) return;
      server.listen({ port, backlog: limits.connections });
      await once(server, "listening").catch((error: unknown) => {
        throw new StartError(explain(error as NodeJS.ErrnoException, port));
      });
      web.port = (server.address() as AddressInfo).port;
    },
    serve: (listener) => void (answer = listener),
    untilAllAccepted: () =>
      performance.now() < waitsForNobodyUntil
        ? nextTurn()
        : (accepting ??= acceptCrowd().finally(() => (accepting = undefined))),
    stop: async (drainMs = 0) => {
      isStopping = true;
      await sleep(drainMs);
      await close(server);
    },
  };
  return web;
}

const serverOptions = ({ headMs, requestMs, keepAliveMs, checkEveryMs }: Limits) => ({
  headersTimeout: headMs,
  requestTimeout: requestMs,
  keepAliveTimeout: keepAliveMs,
  connectionsCheckingInterval: checkEveryMs,
  // Other offers of a client, such as HTTP/2 without TLS, are ignored: it is answered in HTTP/1.1.
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => /websocket/i.test(headers.upgrade ?? ""),
});

export function refuseWebSockets(server: Server): void {
  server.on("upgrade", (_, socket) => {
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
}

const answerWhileStarting: RequestListener = (request, response) => {
  const isAlive = request.url === "/healthz";
  if (!isAlive) response.setHeader("retry-after", "5");
  sendStatus(response, isAlive ? 200 : 503, "starting");
};

function sendStatus(response: ServerResponse, code: number, status: string): void {
  response.writeHead(code, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify({ status }));
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is taken by another program: stop it, or set PORT to another number.`;
  if (error.code === "EACCES")
    return `Port ${port} may not be opened by this user: set PORT to a number above 1023.`;
  return `Port ${port} cannot be opened: ${error.message}.`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), secondsForRequestsUnderWay * 1000);
  await closed;
  clearTimeout(timer);
}
