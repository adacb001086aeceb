import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  RandomIdGenerator,
} from "@opentelemetry/sdk-trace-base";
import type { Meter } from "@/lib/front/meter";
import { log } from "@/lib/log";
import { requestId } from "@/lib/process/request-context";

export type Tracing = Pick<Meter, "timeRequest" | "timeRender"> & { stop: () => Promise<void> };

/**
 * Sends what took time to a collector, in OTLP over HTTP. A trace has the number of its request,
 * which is in the log too. Nobody else's spans are sent: those of Next name whole addresses.
 * @param endpoint the collector's address, without `/v1/traces`
 */
export function traceTo(endpoint: string): Tracing {
  const random = new RandomIdGenerator();
  let idOfNext: string | undefined;
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": "coalition" }),
    idGenerator: {
      generateTraceId: () => traceIdOf(requestId()) ?? random.generateTraceId(),
      generateSpanId: () => idOfNext ?? random.generateSpanId(),
    },
    spanProcessors: [
      new BatchSpanProcessor(
        new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` }),
      ),
    ],
  });
  const tracer = provider.getTracer("coalition");
  const startedBefore = (seconds: number) => Date.now() - seconds * 1_000;
  return {
    timeRequest(route, status, seconds, pattern) {
      idOfNext = spanIdOf(requestId());
      const span = tracer.startSpan(`request ${pattern() ?? route}`, {
        root: true,
        kind: SpanKind.SERVER,
        startTime: startedBefore(seconds),
        attributes: {
          "http.route": pattern() ?? undefined,
          "http.response.status_code": status || undefined,
          "coalition.route": route,
        },
      });
      idOfNext = undefined;
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    timeRender(kind, seconds) {
      const [traceId, spanId] = [traceIdOf(requestId()), spanIdOf(requestId())];
      const parent =
        traceId && spanId
          ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED })
          : ROOT_CONTEXT;
      const startTime = startedBefore(seconds);
      tracer.startSpan(`render ${kind}`, { startTime }, parent).end();
    },
    stop: () =>
      provider
        .shutdown()
        .catch((error: unknown) => log.warn({ err: error }, "The last traces were not sent")),
  };
}

/** 32 digits of base 16. */
const traceIdOf = (id: string | undefined): string | undefined =>
  id?.replaceAll("-", "").padStart(32, "0").slice(-32);

/** The span of the request itself: 16 digits. */
const spanIdOf = (id: string | undefined): string | undefined => traceIdOf(id)?.slice(-16);
