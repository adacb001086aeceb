import { Client, DatabaseError } from "pg";
import { aloneOnDatabase } from "@/lib/database/migrate";
import { listMigrationNames } from "@/lib/database/migrations-folder";
import { readParts, type Archive } from "@/lib/maintenance/archive-reader";
import { buildSchema, dropStaging, inStaging, moveTo } from "@/lib/maintenance/build-schema";
import { rowLoader } from "@/lib/maintenance/load-rows";
import type { Manifest, TableContents } from "@/lib/maintenance/manifest";
import { dropKeysAndIndexes } from "@/lib/maintenance/rebuild";
import { ownRelations } from "@/lib/maintenance/snapshot";
import { StartError } from "@/lib/process/start-error";

/** @throws StartError if this release does not know what the archive's database was */
export async function refuseNewer(manifest: Manifest): Promise<void> {
  const known = await listMigrationNames();
  const unknown = manifest.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new StartError(
      `A newer release has made the archive: this one does not know ${unknown.join(", ")}. Restore it with that release.`,
    );
}

type Other = {
  /** Is given what is no table. */
  take: (name: string, bytes: Buffer) => Promise<void>;
  /** After all is loaded, and before it is committed. */
  finish: () => Promise<void>;
};

/**
 * Brings an empty database to what a verified archive holds, with the schema that it had. It is
 * built apart, and comes to its place in the transaction that fills it: after an error, or when the
 * process is killed, the database is as empty as before.
 */
export const restoreDatabase = (
  archive: Archive,
  manifest: Manifest,
  databaseUrl: string,
  other: Other,
): Promise<void> =>
  // A site that starts on this database waits for that.
  aloneOnDatabase(databaseUrl, async () => {
    const client = new Client({ connectionString: databaseUrl });
    // A connection that breaks fails the query under way, which says so.
    client.on("error", () => undefined);
    await client.connect();
    try {
      await refuseUnlessEmpty(client);
      await build(client, archive, manifest, other);
      await client.query("ANALYZE");
    } finally {
      await client.end();
    }
  });

async function refuseUnlessEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM ${ownRelations} AND relkind IN ('r', 'p', 'v', 'm', 'S') ORDER BY 1 LIMIT 1`,
  );
  if (rows[0])
    throw new StartError(
      `The database is not empty (it has ${rows[0].name}): restore into an empty one. Nothing was changed.`,
    );
}

async function build(
  client: Client,
  archive: Archive,
  manifest: Manifest,
  other: Other,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT current_schema() AS name");
  const place = rows[0]?.name ?? "public";
  try {
    await buildSchema(client, manifest);
    await inStaging(client, async () => {
      await fill(client, archive, manifest, other.take);
      await moveTo(client, place);
      await other.finish();
    });
  } catch (error) {
    // The error says more than what fails after it, where the database has gone.
    await client
      .query("ROLLBACK")
      .then(() => dropStaging(client))
      .catch(() => undefined);
    throw isRefused(error) ? await explainRefusal(client, error) : error;
  }
}

const insufficientPrivilege = "42501";

const isRefused = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && error.code === insufficientPrivilege;

async function explainRefusal(client: Client, { message }: DatabaseError): Promise<StartError> {
  const { rows } = await client.query<{ role: string; database: string }>(
    `SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS database`,
  );
  const { role, database } = rows[0] ?? { role: "", database: "" };
  return new StartError(
    `The role ${role} may not restore into this database (${message}): say ALTER DATABASE ${database} OWNER TO ${role}. Nothing was changed.`,
  );
}

async function fill(
  client: Client,
  archive: Archive,
  manifest: Manifest,
  takeOther: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const tables = new Map<string, TableContents>(
    manifest.tables.flatMap((table) => table.parts.map(({ name }) => [name, table] as const)),
  );
  const loaded = new Map<string, number>();
  const load = await rowLoader(client);
  const putBack = await dropKeysAndIndexes(client);
  await readParts(archive, manifest, async (name, bytes) => {
    const table = tables.get(name);
    if (!table) return takeOther(name, bytes);
    loaded.set(table.name, (loaded.get(table.name) ?? 0) + (await load(table, bytes)));
  });
  for (const { name, rows } of manifest.tables)
    if (loaded.get(name) !== rows)
      throw new Error(`${name} got ${loaded.get(name)} rows instead of ${rows}`);
  await putBack();
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query("SELECT setval(quote_ident($1)::regclass, $2, $3)", [name, value, isCalled]);
}
