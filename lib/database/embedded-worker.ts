import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

// The embedded database in a thread of its own: a long query must not keep the web server from
// answering.

const { directory, socketPath } = workerData as {
  directory: string | undefined;
  socketPath: string;
};
const sync = "S".charCodeAt(0);
const simpleQuery = "Q".charCodeAt(0);
const extendedQuery = new Set(["P", "B", "D", "E", "C", "H"].map((letter) => letter.charCodeAt(0)));

/**
 * PGlite is one session for all connections, and its socket server lets another connection in
 * between any two messages unless a transaction is open. A query is several messages (parse, bind,
 * execute, sync), so that one connection could be given the answer to another's question. A query
 * that has begun therefore counts as a transaction.
 */
class WholeQueries extends PGlite {
  private queryHasBegun = false;

  override isInTransaction(): boolean {
    return this.queryHasBegun || super.isInTransaction();
  }

  override async execProtocolRawStream(
    ...[message, options]: Parameters<PGlite["execProtocolRawStream"]>
  ): Promise<void> {
    const kind = message[0] ?? 0;
    if (extendedQuery.has(kind)) this.queryHasBegun = true;
    if (kind === sync || kind === simpleQuery) this.queryHasBegun = false;
    await super.execProtocolRawStream(message, options).catch(leave);
  }

  /** The socket server's way to roll back for a connection that was lost. */
  override async exec(...query: Parameters<PGlite["exec"]>): ReturnType<PGlite["exec"]> {
    this.queryHasBegun = false;
    return super.exec(...query);
  }
}

/**
 * A statement that fails is an answer; this is the database itself failing. Without it the process
 * is of no use.
 */
function leave(error: unknown): never {
  setImmediate(() => {
    throw error;
  });
  throw error;
}

const database = new WholeQueries(directory);
await database.waitReady;
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 100 });
await server.start();

parentPort?.once("message", () => {
  void server
    .stop()
    .then(() => database.close())
    .then(() => process.exit(0));
});
parentPort?.postMessage("open");
