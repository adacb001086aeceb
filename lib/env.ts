import { z } from "zod";

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join("|")})$`),
    error: `must be an address that begins with ${protocols.join(" or ")}:`,
  });

const number = (is: string, lowest: number, highest: number) => {
  const error = `must be ${is} from ${lowest} to ${highest}`;
  return z.coerce.number({ error }).int({ error }).min(lowest, { error }).max(highest, { error });
};

const processes = z.union([z.literal("all"), z.coerce.number().int().min(1).max(64)], {
  error: "must be all, or a number of processes from 1 to 64",
});

const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"] as const;

export const settings = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: number("a port number", 0, 65535).default(3000),
  PROCESSES: processes.default(1),
  SITE_URL: url("http", "https").optional(),
  DATABASE_URL: url("postgres", "postgresql").optional(),
  ALLOW_NEWER_DATABASE: z.enum(["no", "yes"], { error: "must be no or yes" }).default("no"),
  TRUSTED_PROXIES: number("a number of proxies", 0, 10).default(0),
  UNDER_ATTACK: z
    .enum(["no", "proof", "hold"], { error: "must be no, proof or hold" })
    .default("no"),
  DATA_DIR: z.string().default(".data"),
  UPLOADS_DIR: z.string().optional(),
  BACKUP_DIR: z.string().default("backups"),
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[a-z0-9]+(,age1[a-z0-9]+)*$/, {
      error: "must be public keys of age (age1…), with commas between them",
    })
    .optional(),
  BACKUP_DAYS: number("a number of days", 1, 365).default(30),
  DRILL_DATABASE_URL: url("postgres", "postgresql").optional(),
  SMTP_URL: url("smtp", "smtps").optional(),
  MAIL_FROM: z
    .string()
    .default("Cities Coalition for Digital Rights <endorse@citiesfordigitalrights.org>"),
  SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  PREVIOUS_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ADMIN_EMAIL: z.email("must be an email address").optional(),
  OIDC_ISSUER: url("http", "https").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain, such as city.example")
    .optional(),
  PAGE_MEMORY_MB: number("a number of megabytes", 1, 4096).default(64),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
  LOG_REQUESTS: z
    .enum(["failing", "all", "none"], { error: "must be failing, all or none" })
    .default("failing"),
  METRICS_PORT: number("a port number", 0, 65535).optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  OTEL_EXPORTER_OTLP_ENDPOINT: url("http", "https").optional(),
});

export type Env = z.infer<typeof settings>;

/** Its message is one sentence for the person who starts the site. */
export class SettingError extends Error {}

// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionSettings?: Env };

/** As the start has kept them, otherwise read anew; see `.env.example`. @throws SettingError */
export const readEnv = (): Env => shared.coalitionSettings ?? parseEnv(process.env);

export function keepSettings(made: Partial<Env> = {}): Env {
  return (shared.coalitionSettings = { ...readEnv(), ...made });
}

/** @throws SettingError naming every wrong setting */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = settings.safeParse(withoutBlanks(source));
  const wrong = result.success
    ? [...missingOf(result.data), ...againstSeveralProcesses(result.data)]
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (result.success && wrong.length === 0) return result.data;
  throw new SettingError(`Wrong setting: ${wrong.join("; ")}.`);
}

const oidcNames = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_DOMAIN"] as const;

/** A directory needs all of its settings. */
function missingOf(env: Env): string[] {
  const missing = oidcNames.filter((name) => !env[name]);
  return missing.length === oidcNames.length
    ? []
    : missing.map((name) => `${name} is missing beside the other OIDC settings`);
}

/** One process alone may open the embedded database, or choose a port by itself. */
function againstSeveralProcesses({ PROCESSES, PORT, DATABASE_URL }: Env): string[] {
  if (PROCESSES === 1) return [];
  return [
    ...(DATABASE_URL
      ? []
      : ["PROCESSES must be 1 without DATABASE_URL: the embedded database serves one process"]),
    ...(PORT ? [] : ["PORT must not be 0 where several processes share it"]),
  ];
}

/** `SMTP_URL=` in a file means the same as no such line. */
const withoutBlanks = (source: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));

/** Without a trailing slash. */
export function siteUrl(): string {
  const env = readEnv();
  return (env.SITE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
}

/** A wrong value counts as none here, so that readEnv() can report it. */
export const logLevel = (): Env["LOG_LEVEL"] =>
  settings.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL);
