import { migrate } from "@/lib/database/migrate";
import type { Env } from "@/lib/env";
import { verifyArchive, type Archive } from "@/lib/maintenance/archive-reader";
import { compareRows } from "@/lib/maintenance/compare";
import type { Manifest } from "@/lib/maintenance/manifest";
import { refuseNewer, restoreDatabase } from "@/lib/maintenance/restore-archive";
import { keepSecret, takesSecretFrom, type SecretSettings } from "@/lib/maintenance/secret-of-site";
import { listSiteFiles, NewSiteFiles } from "@/lib/maintenance/site-files";
import { StartError } from "@/lib/process/start-error";

type Target = {
  databaseUrl: string;
  env: Pick<Env, "UPLOADS_DIR"> & SecretSettings;
  /** Restore although residents may be counted twice. */
  isOtherSecretFine: boolean;
};

/** The whole site: database, files and secret. @throws StartError before anything is written */
export async function restoreSite(archive: Archive, target: Target): Promise<Manifest> {
  const { databaseUrl, env } = target;
  const manifest = await verifyArchive(archive);
  await refuseNewer(manifest);
  const takesSecret = !target.isOtherSecretFine && takesSecretFrom(manifest, env);
  await refuseOtherFiles(manifest, env.UPLOADS_DIR);

  const files = new NewSiteFiles(env.UPLOADS_DIR ?? "");
  let secret: string | null = null;
  try {
    await restoreDatabase(archive, manifest, databaseUrl, {
      take: async (name, bytes) => {
        if (name.startsWith("files/")) await files.add(name.slice("files/".length), bytes);
        if (name === manifest.secret?.name && takesSecret) secret = bytes.toString("utf8");
      },
      finish: async () => {
        if (secret) keepSecret(secret, env);
        await files.publish();
      },
    });
  } catch (error) {
    await files.discard();
    throw error;
  }
  await migrate(databaseUrl);
  return manifest;
}

/** A restore that was killed may have left some of the archive's own. */
async function refuseOtherFiles(manifest: Manifest, directory: string | undefined): Promise<void> {
  if (manifest.files.length > 0 && !directory)
    throw new StartError(
      `The archive holds ${manifest.files.length} files of applications: set UPLOADS_DIR to an empty directory for them. Nothing was changed.`,
    );
  const own = new Set(manifest.files.map(({ name }) => name));
  const names = directory ? await listSiteFiles(directory) : [];
  if (names.some((name) => !own.has(`files/${name}`)))
    throw new StartError(
      "The directory UPLOADS_DIR is not empty: set it to an empty one. Nothing was changed.",
    );
}

/** Restores into the drill's own database, and compares every row with what was backed up. */
export async function rehearseRestore(archive: Archive, databaseUrl: string): Promise<Manifest> {
  const manifest = await verifyArchive(archive);
  await refuseNewer(manifest);
  await restoreAndCompare(archive, manifest, databaseUrl);
  return manifest;
}

/** The database alone. An archive of an older release comes on to this one, when it is compared. */
export async function restoreAndCompare(
  archive: Archive,
  manifest: Manifest,
  databaseUrl: string,
): Promise<void> {
  await restoreDatabase(archive, manifest, databaseUrl, {
    take: () => Promise.resolve(),
    finish: () => Promise.resolve(),
  });
  await compareRows(databaseUrl, manifest);
  await migrate(databaseUrl);
}
