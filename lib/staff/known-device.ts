import { createHmac, timingSafeEqual } from "node:crypto";
import { acceptedSecrets, currentSecret } from "@/lib/site-secrets";

export const deviceKnownForDays = 90;

/** Grants no access: it only shows that this member has signed in with the browser before. */
export const proofOfDevice = (memberId: string): string => proofUnder(currentSecret(), memberId);

export function isKnownDevice(memberId: string, proof: string | null): boolean {
  const shown = Buffer.from(proof ?? "");
  return acceptedSecrets().some((secret) => {
    const expected = Buffer.from(proofUnder(secret, memberId));
    return shown.length === expected.length && timingSafeEqual(shown, expected);
  });
}

const proofUnder = (secret: string, memberId: string): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["staff device", memberId]))
    .digest("base64url");
