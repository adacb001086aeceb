import { createHash, randomBytes } from "node:crypto";

/** A secret for a link in a mail: 256 random bits that fit an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/**
 * What is stored of a token, SHA-256 in hexadecimal. The token is random, so a plain hash cannot be
 * reversed.
 */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
