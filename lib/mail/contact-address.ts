import { readEnv } from "@/lib/env";

/** The address in MAIL_FROM, without the display name. */
export function contactAddress(): string {
  const { MAIL_FROM } = readEnv();
  return /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM.trim();
}
