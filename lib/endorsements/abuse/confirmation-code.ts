import { randomInt } from "node:crypto";
import { isKeyedHash, keyedHash } from "@/lib/abuse/keyed-hash";

export const codeDigits = 6;

/** Wrong codes per endorsement; the link in the mail still works afterwards. */
export const maxCodeAttempts = 5;

export const newCode = (): string => String(randomInt(10 ** codeDigits)).padStart(codeDigits, "0");

/** Keyed and per endorsement: plain hashes of a million codes are quickly brute-forced. */
export const hashCode = (endorsementId: string, code: string): string =>
  keyedHash("code", endorsementId, code);

export const isCodeOf = (endorsementId: string, code: string, hash: string): boolean =>
  isKeyedHash(hash, "code", endorsementId, code);

/** Accepts "042 917" too. Null when it is no code. */
export function parseCode(typed: string): string | null {
  const plain = typed.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d{6}$/.test(plain) ? plain : null;
}

export const formatCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
