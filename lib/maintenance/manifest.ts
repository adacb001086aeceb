import { z } from "zod";

/** Raised when an older release could not read what a newer one writes. */
export const archiveFormat = 1;

const part = z.object({
  /** Its name in the archive. */
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
});

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** SHA-256 of all rows as CSV, in the order of the primary key, without headings. */
  digest: z.string(),
  parts: z.array(part),
});

const manifest = z.object({
  format: z.number(),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that the database had, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  /** Of UPLOADS_DIR. */
  files: z.array(part),
  /** By which SECRET is recognised. Null where the backup did not know it. */
  secretFingerprint: z.string().nullable(),
  /** Only in an encrypted archive. */
  secret: part.nullable(),
});

export type Part = z.infer<typeof part>;
export type TableContents = z.infer<typeof table>;
export type Manifest = z.infer<typeof manifest>;

export const manifestName = "manifest.json";

/** @returns null if it is none */
export function parseManifest(bytes: Buffer): Manifest | null {
  try {
    return manifest.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return null;
  }
}

/** A newer format may look otherwise: its number is read by itself. */
export function formatOf(bytes: Buffer): number | null {
  try {
    return z.object({ format: z.number() }).parse(JSON.parse(bytes.toString("utf8"))).format;
  } catch {
    return null;
  }
}

export const rowCountOf = (manifest: Pick<Manifest, "tables">): number =>
  manifest.tables.reduce((sum, { rows }) => sum + rows, 0);

export const partsOf = (manifest: Manifest): Part[] => [
  ...manifest.tables.flatMap(({ parts }) => parts),
  ...manifest.files,
  ...(manifest.secret ? [manifest.secret] : []),
];
