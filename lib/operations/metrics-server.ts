import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { log } from "@/lib/log";
import { StartError } from "@/lib/process/start-error";

export type MetricsServer = { port: number; close: () => Promise<void> };

type Settings = { port: number; host: string; contentType: string; text: () => Promise<string> };

/** On a port of its own, which no proxy passes on to visitors. @throws StartError */
export async function serveMetrics({
  port,
  host,
  contentType,
  text,
}: Settings): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET")
      return void response.writeHead(404).end();
    void text().then(
      (metrics) => response.writeHead(200, { "content-type": contentType }).end(metrics),
      (error: unknown) => {
        log.error({ err: error }, "Metrics failed");
        response.writeHead(500).end();
      },
    );
  });
  server.maxConnections = 20;
  server.listen({ port, host, exclusive: true });
  await once(server, "listening").catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The metrics cannot be served at port ${port} of ${host} (${code}): see METRICS_PORT and METRICS_HOST.`,
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => undefined);
    },
  };
}
