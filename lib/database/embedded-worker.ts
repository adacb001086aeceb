import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

// In a thread of its own, so that a long query does not block the web server.

const { directory, socketPath } = workerData as {
  directory: string | undefined;
  socketPath: string;
};
const sync = "S".charCodeAt(0);
const simpleQuery = "Q".charCodeAt(0);
const extendedQuery = new Set(["P", "B", "D", "E", "C", "H"].map((letter) => letter.charCodeAt(0)));

// PGlite is one session, and its socket server lets other connections in between the messages of a
// query (parse, bind, execute, sync), whose answers would mix: a query counts as a transaction.
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

  /** The socket server's way to roll back for a lost connection. */
  override async exec(...query: Parameters<PGlite["exec"]>): ReturnType<PGlite["exec"]> {
    this.queryHasBegun = false;
    return super.exec(...query);
  }
}

/** A failing statement is an answer; this is the database itself failing, so the process ends. */
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
