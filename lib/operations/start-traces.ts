import type { Env } from "@/lib/env";
import type { Meter } from "@/lib/front/meter";

type Traces = { beside: (meter: Meter) => Meter; stop: () => Promise<void> };

/** Where there is no collector, nothing of it is loaded. */
export async function startTraces({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
}: Pick<Env, "OTEL_EXPORTER_OTLP_ENDPOINT">): Promise<Traces> {
  if (!endpoint) return { beside: (meter) => meter, stop: () => Promise.resolve() };
  const { traceTo } = await import("@/lib/operations/traces");
  const tracing = traceTo(endpoint);
  return {
    beside: (meter) => ({
      ...meter,
      timeRequest: (...measured) => {
        meter.timeRequest(...measured);
        tracing.timeRequest(...measured);
      },
      timeRender: (...measured) => {
        meter.timeRender(...measured);
        tracing.timeRender(...measured);
      },
    }),
    stop: tracing.stop,
  };
}
