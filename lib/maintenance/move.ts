import { mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hasEmbeddedDatabase, openEmbeddedDatabase } from "@/lib/database/embedded";
import { verifyArchive } from "@/lib/maintenance/archive-reader";
import type { Manifest } from "@/lib/maintenance/manifest";
import { restoreAndCompare } from "@/lib/maintenance/restore";
import { writeArchive } from "@/lib/maintenance/write-archive";
import { StartError } from "@/lib/process/start-error";

/** By an archive that only this user can read, and that is gone at the end. */
export async function moveToPostgres(
  dataDirectory: string,
  databaseUrl: string,
): Promise<Manifest> {
  if (!hasEmbeddedDatabase(dataDirectory))
    throw new StartError(
      `There is no embedded database in ${resolve(dataDirectory)}: see DATA_DIR. Nothing was changed.`,
    );
  // Nobody else can use it until this is done, so that nothing is written that would stay behind.
  const source = await openEmbeddedDatabase(dataDirectory);
  const directory = await mkdtemp(join(resolve(dataDirectory), "move-"));
  try {
    const archive = { path: join(directory, "archive.tar.gz"), identities: [] };
    await writeArchive(archive.path, { databaseUrl: source.url, secret: null, recipients: [] });
    const manifest = await verifyArchive(archive);
    await restoreAndCompare(archive, manifest, databaseUrl);
    return manifest;
  } finally {
    await rm(directory, { recursive: true });
    await source.close();
  }
}
