import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** The database knows the token's hash alone, so neither staff nor a copy of it can open this. */
const keyOf = (token: string): Buffer =>
  Buffer.from(hkdfSync("sha256", token, "", "saved join form", 32));

export function seal(text: string, token: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(token), iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** @throws where it was sealed with another token, or changed */
export function unseal(sealed: Uint8Array, token: string): string {
  const bytes = Buffer.from(sealed);
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv(algorithm, keyOf(token), iv, { authTagLength: tagBytes });
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(ivBytes, -tagBytes), undefined, "utf8");
  return text + decipher.final("utf8");
}
