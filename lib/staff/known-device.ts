import { createHmac, timingSafeEqual } from "node:crypto";
import { findSecret } from "@/lib/staff/read-secret";

export const deviceKnownForDays = 90;

/** Grants no access: it only shows that this member has signed in with the browser before. */
export const proofOfDevice = (memberId: string): string =>
  createHmac("sha256", findSecret())
    .update(JSON.stringify(["staff device", memberId]))
    .digest("base64url");

export function isKnownDevice(memberId: string, proof: string | null): boolean {
  const expected = Buffer.from(proofOfDevice(memberId));
  const shown = Buffer.from(proof ?? "");
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
