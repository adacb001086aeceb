import { randomUUID } from "node:crypto";
import { isKeyedHash, keyedHash } from "@/lib/abuse/keyed-hash";
import { dayMs } from "@/lib/durations";

/** An older form is shown again, with what was typed in it. */
export const formMaxAgeMs = dayMs;

/** No person fills in the form faster. */
export const minFillMs = 2_000;

export type OpenedForm = {
  key: string;
  isTooFast: boolean;
  expiresAt: Date;
};

/** Signed, so that neither the time of opening nor the key can be forged. */
export function sealForm(now = new Date()): string {
  const openedAt = now.getTime();
  const key = randomUUID();
  return [openedAt, key, keyedHash("form", openedAt, key)].join(".");
}

/** Null when the seal is forged or too old. */
export function verifySeal(seal: string, now = new Date()): OpenedForm | null {
  const [openedAt = "", key = "", mac = "", ...more] = seal.split(".");
  if (more.length > 0 || !isKeyedHash(mac, "form", Number(openedAt), key)) return null;
  const ageMs = now.getTime() - Number(openedAt);
  return ageMs <= formMaxAgeMs
    ? { key, isTooFast: ageMs < minFillMs, expiresAt: new Date(Number(openedAt) + formMaxAgeMs) }
    : null;
}
