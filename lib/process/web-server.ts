import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { StartError } from "@/lib/process/start-error";

export type WebServer = {
  server: Server;
  port: number;
  /** From now on requests are answered by the site. */
  serve: (answer: RequestListener) => void;
  /** Takes no new requests and waits for those under way. */
  stop: () => Promise<void>;
};

/** Carries the address of the other end of the connection, as this process saw it, to pages that only the machine itself may read. */
const socketAddressHeader = "x-socket-address";

const secondsForRequestsUnderWay = 10;

/** How long a connection may take, in milliseconds. */
type Patience = {
  /** From its beginning, or from the answer before, until a request's head is complete. */
  head: number;
  /** Until all of a request is there. */
  request: number;
  /** Between two requests. */
  rest: number;
  /** Between two looks at all connections. */
  look: number;
};

/** The rest is longer than the minute that proxies keep a connection, so that they never use one that was just closed here. */
const patienceWithVisitors: Patience = { head: 20_000, request: 60_000, rest: 65_000, look: 5_000 };

/**
 * Listens on a port at once, so that a taken one is known before anything long begins. Until the site serves, only /healthz answers.
 * @param port 0 for any free one
 * @throws StartError when it is taken
 */
export async function listen(port: number, patience = patienceWithVisitors): Promise<WebServer> {
  let answer: RequestListener = answerWhileStarting;
  const { head: headersTimeout, request: requestTimeout, rest: keepAliveTimeout, look: connectionsCheckingInterval } = patience;
  const server = createServer({ headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval }, (request, response) => {
    request.headers[socketAddressHeader] = request.socket.remoteAddress ?? "";
    answer(request, response);
  });

  server.listen(port);
  await once(server, "listening").catch((error: unknown) => {
    throw new StartError(explain(error as NodeJS.ErrnoException, port));
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    serve: (listener) => void (answer = listener),
    stop: () => stop(server),
  };
}

const answerWhileStarting: RequestListener = (request, response) => {
  const lives = request.url === "/healthz";
  response.writeHead(lives ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store", ...(lives ? {} : { "retry-after": "5" }) });
  response.end(JSON.stringify({ status: "starting" }));
};

function explain(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE") return `Port ${port} is taken by another program: stop it, or set PORT to another number.`;
  if (error.code === "EACCES") return `Port ${port} may not be opened by this user: set PORT to a number above 1023.`;
  return `Port ${port} cannot be opened: ${error.message}.`;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), secondsForRequestsUnderWay * 1000);
  await closed;
  clearTimeout(timer);
}
