import { createHmac, timingSafeEqual } from "node:crypto";
import { readEnv } from "@/lib/env";

type Purpose = "address" | "ask" | "sentTo" | "code" | "form" | "challenge" | "solution" | "count";

/**
 * HMAC-SHA256 under the site's secret, in hexadecimal: what can be guessed, such as an address,
 * cannot be found by hashing guesses. The same text gives another hash for another purpose.
 */
export function keyedHash(purpose: Purpose, ...parts: (string | number)[]): string {
  const { SECRET } = readEnv();
  if (!SECRET) throw new Error("SECRET is not set: the site is started through bin/start.");
  return createHmac("sha256", SECRET)
    .update(JSON.stringify([purpose, ...parts]))
    .digest("hex");
}

/** Compares two hashes in a time that says nothing about where they differ. */
export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
