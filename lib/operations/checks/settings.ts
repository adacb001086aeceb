import type { DatabaseReadings } from "@/lib/operations/database-queries";
import type { Finding } from "@/lib/operations/finding";
import type { Installation } from "@/lib/operations/installation";

export function judgeInstallation(
  { isProduction, hasHttps, hasOwnSecret, areMetricsOpen, logsAllRequests }: Installation,
  database: DatabaseReadings | null,
): Finding[] {
  const findings: Finding[] = [];
  if (isProduction && !hasHttps)
    findings.push({
      check: "address_not_https",
      area: "settings",
      state: "warning",
      says: "The address of the site is not an https one: what people send can be read on the way.",
      advice: "Put a proxy with TLS before the site, and set SITE_URL to the public https address.",
    });
  if (database?.engine === "postgresql" && !hasOwnSecret)
    findings.push({
      check: "secret_in_data_directory",
      area: "settings",
      state: "warning",
      says: "SECRET is not set, so the site made one and keeps it in its data directory. A second process makes another one, and a lost directory loses it.",
      advice: "Set SECRET to what stands in the file “secret” of DATA_DIR, and back it up.",
    });
  if (areMetricsOpen)
    findings.push({
      check: "metrics_open",
      area: "settings",
      state: "warning",
      says: "METRICS_HOST lets other machines read the metrics.",
      advice: "Let nobody but your Prometheus reach METRICS_PORT.",
    });
  if (logsAllRequests)
    findings.push({
      check: "all_requests_logged",
      area: "settings",
      state: "warning",
      says: "Every request gets a line in the log. It holds no address, but says what was read when.",
      advice: "Set LOG_REQUESTS back to failing when you have found what you look for.",
    });
  return findings;
}
