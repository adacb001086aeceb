import { Counter, Histogram, type Registry } from "prom-client";
import type { Meter } from "@/lib/front/meter";
import type { Route } from "@/lib/front/routes";

// Pages of the memory are answered twenty thousand times a second: each is one increment of a
// number, and the metrics are made of the numbers when somebody asks.

/** By the first digit. A visitor who left before the answer has none. */
const statusClasses = ["left", "1xx", "2xx", "3xx", "4xx", "5xx"];

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts for as long as the registry lives. */
export function meterInto(registry: Registry): Meter {
  const registers = [registry];
  const requests = new Map<Route, number[]>();
  const countRequest = (route: Route, status: number) => {
    let counts = requests.get(route);
    if (!counts) requests.set(route, (counts = statusClasses.map(() => 0)));
    const index = Math.floor(status / 100);
    counts[index] = (counts[index] ?? 0) + 1;
  };
  const pages = { memory: 0, render: 0, stale: 0 };

  new Counter({
    name: "coalition_requests_total",
    help: "Answered requests, by the kind of their address and the class of their status",
    labelNames: ["route", "status"],
    registers,
    collect() {
      this.reset();
      for (const [route, counts] of requests)
        for (const [index, count] of counts.entries())
          if (count > 0) this.inc({ route, status: statusClasses[index] ?? "" }, count);
    },
  });
  new Counter({
    name: "coalition_pages_total",
    help: "Public pages sent: from memory, newly rendered, or an older one because no newer could be made",
    labelNames: ["source"],
    registers,
    collect() {
      this.reset();
      for (const [source, count] of Object.entries(pages)) this.inc({ source }, count);
    },
  });
  const durations = new Histogram({
    name: "coalition_request_duration_seconds",
    help: "How long requests took that memory did not answer, from their head to the end of the answer",
    labelNames: ["route"],
    buckets: seconds,
    registers,
  });
  const renders = new Histogram({
    name: "coalition_render_duration_seconds",
    help: "How long pages took to render: shared by all visitors, or for a single reader",
    labelNames: ["kind"],
    buckets: seconds,
    registers,
  });
  const refusals = new Counter({
    name: "coalition_queue_refused_total",
    help: "Requests that were asked to come again because too many waited",
    labelNames: ["lane"],
    registers,
  });
  return {
    countRemembered: countRequest,
    timeRequest: (route, status, took) => {
      countRequest(route, status);
      durations.observe({ route }, took);
    },
    timeRender: (kind, took) => renders.observe({ kind }, took),
    countPage: (from) => void (pages[from] += 1),
    countRefusal: (lane) => refusals.inc({ lane }),
  };
}
