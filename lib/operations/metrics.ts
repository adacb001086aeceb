import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { siteGauges, type SiteGauge } from "@/lib/operations/gauges";
import { judge } from "@/lib/operations/judge";
import type { Readings } from "@/lib/operations/readings";

/** Everything is read at one moment, once for each time that somebody asks. */
export function metricsFrom(
  read: () => Promise<Readings>,
): Registry & { text: () => Promise<string> } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = siteGauges.map(({ name, help, labelNames = [], read: valueOf }) => ({
    gauge: new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] }),
    valueOf,
  }));
  const text = async () => {
    const now = await read();
    const findings = judge(now);
    for (const { gauge, valueOf } of gauges) set(gauge, valueOf(now, findings));
    return registry.metrics();
  };
  return Object.assign(registry, { text });
}

/** What nobody knows has no value, so that no alert takes a zero for the truth. */
function set(gauge: Gauge, value: ReturnType<SiteGauge["read"]>): void {
  gauge.reset();
  if (value === null) return gauge.remove();
  if (typeof value === "number") return gauge.set(value);
  for (const [labels, each] of value) gauge.set(labels, each);
}
