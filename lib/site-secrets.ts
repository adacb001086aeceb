import { readEnv } from "@/lib/env";

/** What seals, hashes and proofs are made with now. @throws where the start has not made one */
export function currentSecret(): string {
  const { SECRET } = readEnv();
  if (!SECRET) throw new Error("SECRET is not set: the site is started through bin/start.");
  return SECRET;
}

/** What they may have been made with: the current secret, and while it is rotated the one before. */
export function acceptedSecrets(): string[] {
  const { PREVIOUS_SECRET } = readEnv();
  const current = currentSecret();
  return PREVIOUS_SECRET && PREVIOUS_SECRET !== current ? [current, PREVIOUS_SECRET] : [current];
}
