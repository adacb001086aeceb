import { randomUUID } from "node:crypto";
import { isSameHash, keyedHash } from "@/lib/abuse/keyed-hash";
import { dayMs } from "@/lib/durations";

/** A form that was opened longer ago is shown anew, with what was typed in it. */
const maxAgeMs = dayMs;

/** No person reads and fills in the form within this time. */
const minFillMs = 2_000;

/** A form as it comes back. */
export type OpenedForm = {
  /** Another each time a form is opened. */
  key: string;
  /** It came back faster than people are. */
  isTooFast: boolean;
  /** From then on it is not taken any more. */
  expiresAt: Date;
};

/**
 * What stands hidden in a form: when it was opened and which one it is, so that neither can be made
 * up.
 */
export function sealForm(now = new Date()): string {
  const openedAt = now.getTime();
  const key = randomUUID();
  return [openedAt, key, keyedHash("form", openedAt, key)].join(".");
}

/** Reads such a seal; null when it is not this site's, or too old. */
export function verifySeal(seal: string, now = new Date()): OpenedForm | null {
  const [openedAt = "", key = "", mac = "", ...more] = seal.split(".");
  if (more.length > 0 || !isSameHash(mac, keyedHash("form", Number(openedAt), key))) return null;
  const ageMs = now.getTime() - Number(openedAt);
  return ageMs <= maxAgeMs
    ? { key, isTooFast: ageMs < minFillMs, expiresAt: new Date(Number(openedAt) + maxAgeMs) }
    : null;
}
