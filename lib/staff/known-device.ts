import { createHmac, timingSafeEqual } from "node:crypto";
import { findSecret } from "@/lib/staff/read-secret";

/** How long a browser is known after somebody signed in with it. */
export const deviceKnownForDays = 90;

/**
 * What a browser keeps after a sign-in. It opens nothing: it only shows that this member has signed
 * in there before.
 */
export const proofOfDevice = (memberId: string): string =>
  createHmac("sha256", findSecret())
    .update(JSON.stringify(["staff device", memberId]))
    .digest("base64url");

/** Whether this member has signed in before with the browser that shows this proof. */
export function isKnownDevice(memberId: string, proof: string | null): boolean {
  const expected = Buffer.from(proofOfDevice(memberId));
  const shown = Buffer.from(proof ?? "");
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}
