import { createHmac, timingSafeEqual } from "node:crypto";
import { acceptedSecrets, currentSecret } from "@/lib/site-secrets";

type Purpose = "address" | "ask" | "sentTo" | "code" | "form" | "challenge" | "solution" | "count";

type Part = string | number;

/** HMAC-SHA256 in hex, keyed so that guessable input such as an address cannot be brute-forced. */
export const keyedHash = (purpose: Purpose, ...parts: Part[]): string =>
  hashUnder(currentSecret(), purpose, parts);

/** Under each secret that is accepted, the current one first. */
export const keyedHashes = (purpose: Purpose, ...parts: Part[]): string[] =>
  acceptedSecrets().map((secret) => hashUnder(secret, purpose, parts));

/** Made under any secret that is accepted. */
export const isKeyedHash = (hash: string, purpose: Purpose, ...parts: Part[]): boolean =>
  keyedHashes(purpose, ...parts).some((each) => isSameHash(hash, each));

const hashUnder = (secret: string, purpose: Purpose, parts: readonly Part[]): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest("hex");

const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
