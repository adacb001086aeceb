import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

// The embedded database in a thread of its own: a long query must not keep the web server from answering.

const { directory, socketPath } = workerData as { directory: string | null; socketPath: string };

const database = await (directory ? PGlite.create(directory) : PGlite.create());
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 100 });
await server.start();

parentPort?.once("message", () => {
  void server
    .stop()
    .then(() => database.close())
    .then(() => process.exit(0));
});
parentPort?.postMessage("open");
