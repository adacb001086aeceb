import { createHash } from "node:crypto";
import type { Client } from "pg";
import { ArchiveWriter, writeWhole } from "@/lib/maintenance/archive-writer";
import { headingOf } from "@/lib/maintenance/csv";
import {
  archiveFormat,
  manifestName,
  type Manifest,
  type Part,
  type TableContents,
} from "@/lib/maintenance/manifest";
import { readme, readmeName } from "@/lib/maintenance/readme";
import { fingerprintOf } from "@/lib/maintenance/secret-of-site";
import { listSiteFiles, readSiteFile } from "@/lib/maintenance/site-files";
import {
  listTables,
  readRows,
  readSequences,
  withSnapshot,
  type Table,
} from "@/lib/maintenance/snapshot";
import { StartError } from "@/lib/process/start-error";

export type Contents = {
  databaseUrl: string;
  /** UPLOADS_DIR. */
  filesDirectory?: string | undefined;
  secret: string | null;
  /** Public keys of age. Without any, the archive is not encrypted and holds no secret. */
  recipients: readonly string[];
};

/** All of the database is of one moment, while the site goes on. */
export const writeArchive = (path: string, contents: Contents): Promise<Manifest> =>
  writeWhole(path, async (unfinished) => {
    const archive = await ArchiveWriter.open(unfinished, contents.recipients);
    try {
      const manifest = await writeContents(archive, contents);
      await archive.add(manifestName, Buffer.from(JSON.stringify(manifest, null, 2)));
      await archive.close();
      return manifest;
    } catch (error) {
      await archive.abort();
      throw error;
    }
  });

async function writeContents(archive: ArchiveWriter, contents: Contents): Promise<Manifest> {
  const { databaseUrl, filesDirectory, secret, recipients } = contents;
  await archive.add(readmeName, Buffer.from(readme));
  return withSnapshot(databaseUrl, async (client) => {
    const migrations = await listMigrations(client);
    const files = filesDirectory ? await listSiteFiles(filesDirectory) : [];
    const tables: TableContents[] = [];
    for (const table of await listTables(client))
      tables.push(await writeTable(archive, client, table));
    return {
      format: archiveFormat,
      madeAt: new Date().toISOString(),
      migrations,
      tables,
      sequences: await readSequences(client),
      files: filesDirectory ? await writeFiles(archive, filesDirectory, files) : [],
      secretFingerprint: secret && fingerprintOf(secret),
      secret:
        secret && recipients.length > 0 ? await archive.add("secret", Buffer.from(secret)) : null,
    };
  });
}

async function listMigrations(client: Client): Promise<string[]> {
  const { rows: found } = await client.query<{ isMissing: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NULL AS "isMissing"`,
  );
  if (found[0]?.isMissing)
    throw new StartError("The database is empty: there is nothing to back up.");
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

async function writeTable(
  archive: ArchiveWriter,
  client: Client,
  table: Table,
): Promise<TableContents> {
  const hash = createHash("sha256");
  const parts: Part[] = [];
  let rows = 0;
  const add = async (bytes: Buffer) => {
    const name = `tables/${table.name}/${String(parts.length + 1).padStart(5, "0")}.csv`;
    parts.push(await archive.add(name, Buffer.concat([headingOf(table.columns), bytes])));
  };
  for await (const { bytes, count } of readRows(client, table)) {
    hash.update(bytes);
    rows += count;
    await add(bytes);
  }
  if (rows === 0) await add(Buffer.alloc(0));
  return { name: table.name, columns: table.columns, rows, digest: hash.digest("hex"), parts };
}

/** What was deleted since the snapshot is left out: its row is due to go, too. */
async function writeFiles(
  archive: ArchiveWriter,
  directory: string,
  names: string[],
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const name of names) {
    const bytes = await readSiteFile(directory, name);
    if (bytes) parts.push(await archive.add(`files/${name}`, bytes));
  }
  return parts;
}
