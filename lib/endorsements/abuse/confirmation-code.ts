import { randomInt } from "node:crypto";
import { keyedHash } from "@/lib/abuse/keyed-hash";

const digits = 6;

/**
 * After so many wrong ones, no code is taken for that ask any more. The link in the mail goes on
 * working.
 */
export const maxCodeAttempts = 5;

/** Six random figures, e.g. "042917". */
export const newCode = (): string => String(randomInt(10 ** digits)).padStart(digits, "0");

/**
 * What is stored of a code. A million codes are soon tried, so the hash is keyed, and another for
 * each ask.
 */
export const hashCode = (endorsementId: string, code: string): string =>
  keyedHash("code", endorsementId, code);

/** A code as people type or paste it ("042 917") in the form it has, or null when it is none. */
export function parseCode(typed: string): string | null {
  const plain = typed.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d{6}$/.test(plain) ? plain : null;
}

/** As it stands in the mail: in two groups, which are easier to keep in mind. */
export const formatCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
