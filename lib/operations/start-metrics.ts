import type { Env } from "@/lib/env";
import { noMeter, type Meter } from "@/lib/front/meter";
import { currentReadings } from "@/lib/operations/readings";
import { processNumber } from "@/lib/process/siblings";

/** `address`: null where there are none. */
type Metrics = { meter: Meter; address: string | null; stop: () => Promise<void> };

/** However often somebody asks for the metrics, the database is asked no more often than this. */
const maxAgeMs = 15_000;

/** Where there is no METRICS_PORT, nothing is counted and nothing of it is loaded. */
export async function startMetrics({
  METRICS_PORT: port,
  METRICS_HOST: host,
}: Pick<Env, "METRICS_PORT" | "METRICS_HOST">): Promise<Metrics> {
  if (port === undefined) return { meter: noMeter, address: null, stop: () => Promise.resolve() };
  const [{ metricsFrom }, { meterInto }, { serveMetrics }] = await Promise.all([
    import("@/lib/operations/metrics"),
    import("@/lib/operations/request-metrics"),
    import("@/lib/operations/metrics-server"),
  ]);
  const metrics = metricsFrom(() => currentReadings({ maxAgeMs }));
  const meter = meterInto(metrics);
  const { contentType } = metrics;
  // Each process has its own figures, so each has a port of its own: this one and those after it.
  const own = port === 0 ? 0 : port + processNumber - 1;
  const server = await serveMetrics({ port: own, host, contentType, text: metrics.text });
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${server.port}/metrics`;
  return { meter, address, stop: server.close };
}
