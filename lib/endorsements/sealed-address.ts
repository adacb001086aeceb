import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyedHashes } from "@/lib/abuse/keyed-hash";
import { minuteMs } from "@/lib/durations";

/** Long enough to find the email and type its code. */
export const openForMinutes = 30;

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;
/** Hides the length of all but the longest addresses. */
const paddedLength = 128;

/** The first one seals; all of them open. */
const keys = (): [Buffer, ...Buffer[]] =>
  keyedHashes("sentTo").map((key) => Buffer.from(key, "hex")) as [Buffer, ...Buffer[]];

/** Lets the next page show the address without storing it. Opens for the same `statusKey` only. */
export function sealAddress(email: string, statusKey: string, now = new Date()): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keys()[0], iv).setAAD(Buffer.from(statusKey));
  const text = JSON.stringify([now.getTime() + openForMinutes * minuteMs, email]).padEnd(
    paddedLength,
  );
  return Buffer.concat([
    iv,
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString("base64url");
}

/** Null if it is too old, for another page, or not sealed by this site. */
export function openAddress(sealed: string, statusKey: string, now = new Date()): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= ivBytes + tagBytes) return null;
  const opened = keys().map((key) => decrypt(bytes, key, statusKey));
  const text = opened.find((each) => each !== null);
  if (!text) return null;
  const [expiresAt, email] = JSON.parse(text) as [number, string];
  return now.getTime() < expiresAt ? email : null;
}

function decrypt(bytes: Buffer, key: Buffer, statusKey: string): string | null {
  const iv = bytes.subarray(0, ivBytes);
  const tag = bytes.subarray(-tagBytes);
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(statusKey)).setAuthTag(tag);
  const text = decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, "utf8");
  try {
    return text + decipher.final("utf8");
  } catch {
    return null;
  }
}
