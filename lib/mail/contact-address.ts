import { readEnv } from "@/lib/env";

/** Where people write to: the address in MAIL_FROM, without the name before it. */
export function contactAddress(): string {
  const { MAIL_FROM } = readEnv();
  return /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM.trim();
}
