import { z } from "zod";

/** Blank settings count as absent, so that `SMTP_URL=` in a file means "no mail server". */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const url = (...protocols: string[]) =>
  z.url({ protocol: new RegExp(`^(${protocols.join("|")})$`), error: `must be an address that begins with ${protocols.join(" or ")}:` });

const settings = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65535).default(3000),
  SITE_URL: optional(url("http", "https")),
  DATABASE_URL: optional(url("postgres", "postgresql")),
  DATA_DIR: z.string().min(1).default(".data"),
  SMTP_URL: optional(url("smtp", "smtps")),
  MAIL_FROM: z.string().default("Cities Coalition for Digital Rights <endorse@citiesfordigitalrights.org>"),
  SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  ADMIN_EMAIL: optional(z.email("must be an e-mail address")),
  PAGE_MEMORY_MB: z.coerce.number({ error: "must be a number of megabytes" }).min(1).max(4096).default(64),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Env = z.infer<typeof settings>;

/** A setting that cannot be used. Its message is one sentence for the person who starts the site. */
export class SettingError extends Error {}

/**
 * Reads the settings of the site, see `.env.example`.
 * @throws SettingError naming every wrong setting
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = settings.safeParse(source);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new SettingError(`Wrong setting: ${wrong.join("; ")}.`);
}

/** The public address of the site, without a trailing slash. */
export function siteUrl(): string {
  const env = readEnv();
  return (env.SITE_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, "");
}

/** How much is logged. A wrong value counts as none here, so that readEnv() can tell of it. */
export const logLevel = (): Env["LOG_LEVEL"] => settings.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL);
