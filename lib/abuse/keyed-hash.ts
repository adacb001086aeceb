import { createHmac, timingSafeEqual } from "node:crypto";
import { readEnv } from "@/lib/env";

type Purpose = "address" | "ask" | "sentTo" | "code" | "form" | "challenge" | "solution" | "count";

/** HMAC-SHA256 in hex, keyed so that guessable input such as an address cannot be brute-forced. */
export function keyedHash(purpose: Purpose, ...parts: (string | number)[]): string {
  const { SECRET } = readEnv();
  if (!SECRET) throw new Error("SECRET is not set: the site is started through bin/start.");
  return createHmac("sha256", SECRET)
    .update(JSON.stringify([purpose, ...parts]))
    .digest("hex");
}

export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
