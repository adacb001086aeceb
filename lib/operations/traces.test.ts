import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { expect, onTestFinished, test, vi } from "vitest";
import { noMeter } from "@/lib/front/meter";
import { startTraces } from "@/lib/operations/start-traces";
import { inRequest } from "@/lib/process/request-context";

type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string };
type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

/** A collector: it keeps what is sent to it. */
async function openCollector() {
  const sent: { path: string; body: Sent }[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      sent.push({ path: request.url ?? "", body: body as Sent });
      response.end("{}");
    });
  }).listen(0);
  onTestFinished(() => void server.close());
  await vi.waitFor(() => expect(server.listening).toBe(true));
  const { port } = server.address() as AddressInfo;
  const spans = () =>
    sent.flatMap(({ body }) =>
      body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    );
  return { endpoint: `http://127.0.0.1:${port}`, sent, spans };
}

const id = "0b5c9d7e-1111-4222-8333-944455556666";

test("a collector gets each request with its render, by the request's own number", async () => {
  const { endpoint, sent, spans } = await openCollector();
  const traces = await startTraces({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  const meter = traces.beside(noMeter);
  inRequest(id, () => {
    meter.timeRender("single", 0.02);
    meter.timeRequest("private", 200, 0.05, () => "/[locale]/applications/[token]");
  });
  await traces.stop();

  expect(sent.map(({ path }) => path)).toEqual(["/v1/traces"]);
  const [render, request] = spans();
  expect(request).toMatchObject({
    name: "request /[locale]/applications/[token]",
    traceId: "0b5c9d7e111142228333944455556666",
  });
  expect(render).toMatchObject({
    name: "render single",
    traceId: request?.traceId,
    parentSpanId: request?.spanId,
  });
});

test("a collector that is away disturbs nobody", async () => {
  const traces = await startTraces({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" });
  const counted = vi.fn();
  const meter = traces.beside({ ...noMeter, timeRequest: counted });
  meter.timeRequest("public", 200, 0.01, () => null);
  expect(counted).toHaveBeenCalledOnce();
  await expect(traces.stop()).resolves.toBeUndefined();
});
