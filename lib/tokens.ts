import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, safe in a URL. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** SHA-256 in hexadecimal. A token is random, so a plain hash of it cannot be reversed. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
