import { afterEach, expect, test } from "vitest";
import { meterInto } from "@/lib/operations/request-metrics";
import { metricsFrom } from "@/lib/operations/metrics";
import { serveMetrics, type MetricsServer } from "@/lib/operations/metrics-server";
import type { Readings } from "@/lib/operations/readings";
import { StartError } from "@/lib/process/start-error";
import { ago, now, readings } from "@/tests/support/staff/readings";

let server: MetricsServer | undefined;
afterEach(() => server?.close());

async function scrape(of: Readings): Promise<string[]> {
  const text = await metricsFrom(() => Promise.resolve(of)).text();
  return text.split("\n").filter((line) => line.startsWith("coalition_"));
}

test("what waits and what was done last is exported", async () => {
  const lines = await scrape(
    readings({
      database: { mails: { undelivered: 3, oldestUndeliveredAt: ago(90_000), failed: 2 } },
    }),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      "coalition_database_up 1",
      "coalition_mails_undelivered 3",
      "coalition_mail_oldest_undelivered_seconds 90",
      "coalition_mails_failed 2",
      'coalition_check_state{check="mail_failed"} 1',
      'coalition_check_state{check="mail_late"} 0',
      "coalition_application_oldest_waiting_seconds 86400",
      `coalition_last_backup_timestamp_seconds ${now.getTime() / 1_000 - 3_600}`,
      "coalition_page_memory_pages 40",
      'coalition_queue_waiting{lane="visitors"} 0',
      'coalition_job_failed_in_a_row{job="counts"} 0',
    ]),
  );
});

test("what only the database knows is not made up while it is away", async () => {
  const lines = await scrape(readings({ database: null }));
  expect(lines).toContain("coalition_database_up 0");
  expect(lines).toContain('coalition_check_state{check="database_unreachable"} 2');
  const ofDatabase = /^coalition_(mail|application|last|database_bytes)/;
  expect(lines.filter((line) => ofDatabase.test(line))).toEqual([]);
});

test("a backup that was never made is as old as can be", async () => {
  const { maintenance } = readings().database!;
  const never = { latest: null, latestSuccess: null };
  const lines = await scrape(
    readings({ database: { maintenance: { ...maintenance, backup: never } } }),
  );
  expect(lines).toContain("coalition_last_backup_timestamp_seconds 0");
});

test("requests are counted by the kind of their address, and nothing tells one visitor from another", async () => {
  const metrics = metricsFrom(() => Promise.resolve(readings()));
  const meter = meterInto(metrics);
  for (let each = 0; each < 3; each += 1) meter.countRemembered("public", 200);
  meter.countRemembered("public", 304);
  meter.timeRequest("private", 200, 0.03, () => null);
  meter.timeRequest("private", 0, 0.03, () => null);
  meter.countPage("memory");
  meter.timeRender("single", 0.2);
  meter.countRefusal("visitors");
  const text = await metrics.text();
  for (const line of [
    'coalition_requests_total{route="public",status="2xx"} 3',
    'coalition_requests_total{route="public",status="3xx"} 1',
    'coalition_requests_total{route="private",status="2xx"} 1',
    'coalition_requests_total{route="private",status="left"} 1',
    'coalition_request_duration_seconds_bucket{le="0.05",route="private"} 2',
    'coalition_pages_total{source="memory"} 1',
    'coalition_render_duration_seconds_count{kind="single"} 1',
    'coalition_queue_refused_total{lane="visitors"} 1',
  ])
    expect(text).toContain(line);
  expect(await metrics.text()).toContain('coalition_requests_total{route="public",status="2xx"} 3');
});

test("nothing but the metrics is served at their port, and a port that is taken is named", async () => {
  const text = () => Promise.resolve("coalition_database_up 1\n");
  const settings = { port: 0, host: "127.0.0.1", contentType: "text/plain", text };
  server = await serveMetrics(settings);
  const get = async (path: string, method = "GET") =>
    (await fetch(`http://127.0.0.1:${server?.port}${path}`, { method })).status;
  expect([await get("/metrics"), await get("/"), await get("/metrics", "POST")]).toEqual([
    200, 404, 404,
  ]);
  const again = serveMetrics({ ...settings, port: server.port });
  await expect(again).rejects.toThrow(StartError);
  await expect(again).rejects.toThrow("see METRICS_PORT and METRICS_HOST");
});
