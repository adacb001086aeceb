import { readEnv, siteUrl } from "@/lib/env";

/** How the installation is set up, as far as it bears on whether it is safe. */
export type Installation = {
  isProduction: boolean;
  hasHttps: boolean;
  hasMailServer: boolean;
  /** Given by the operator, and not made by the first start in the data directory. */
  hasOwnSecret: boolean;
  isRotatingSecret: boolean;
  areMetricsOpen: boolean;
  logsAllRequests: boolean;
};

export function readInstallation(): Installation {
  const env = readEnv();
  return {
    isProduction: env.NODE_ENV === "production",
    hasHttps: siteUrl().startsWith("https:"),
    hasMailServer: Boolean(env.SMTP_URL),
    // The start keeps the secret that it has made beside the settings that it was given.
    hasOwnSecret: Boolean(process.env.SECRET?.trim()),
    isRotatingSecret: Boolean(env.PREVIOUS_SECRET),
    areMetricsOpen: env.METRICS_PORT !== undefined && !isLoopback(env.METRICS_HOST),
    logsAllRequests: env.LOG_REQUESTS === "all",
  };
}

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
