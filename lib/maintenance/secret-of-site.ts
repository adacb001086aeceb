import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import type { Manifest } from "@/lib/maintenance/manifest";
import { makeDataDirectory } from "@/lib/process/data-directory";
import { StartError } from "@/lib/process/start-error";

export type SecretSettings = Pick<Env, "SECRET" | "DATA_DIR"> & {
  /** The one before, while it is being rotated. */
  PREVIOUS_SECRET?: string | undefined;
};

/** Makes none, as a start does. */
export function findSecret({ SECRET, DATA_DIR }: SecretSettings): string | null {
  if (SECRET) return SECRET;
  try {
    return readFileSync(join(DATA_DIR, "secret"), "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Tells two secrets apart, and of neither what it is. */
export const fingerprintOf = (secret: string): string =>
  createHmac("sha256", secret).update("backup").digest("hex").slice(0, 16);

/**
 * With another secret, residents who have asked already could be counted twice.
 * @returns whether the site gets its secret from the archive
 * @throws StartError where it would have another one
 */
export function takesSecretFrom(manifest: Manifest, settings: SecretSettings): boolean {
  const own = findSecret(settings);
  const known = [own, settings.PREVIOUS_SECRET ?? null].filter((secret) => secret !== null);
  const { secretFingerprint } = manifest;
  if (!secretFingerprint || known.map(fingerprintOf).includes(secretFingerprint)) return false;
  if (!own && manifest.secret) return true;
  const consequence =
    "With another one, residents who have asked already could be counted twice, and links in emails no longer work. To restore all the same, say --other-secret.";
  throw new StartError(
    own
      ? `SECRET ${settings.SECRET ? "" : `(in ${join(settings.DATA_DIR, "secret")}) `}is not the one of the site that was backed up: set SECRET to that one. ${consequence}`
      : `The archive does not hold the SECRET of the site that was backed up: set SECRET to it, or put its file "secret" into ${settings.DATA_DIR}. ${consequence}`,
  );
}

export function keepSecret(secret: string, { DATA_DIR }: SecretSettings): void {
  writeFileSync(join(makeDataDirectory(DATA_DIR), "secret"), secret, { flag: "wx", mode: 0o600 });
}
