import type { Manifest } from "@/lib/maintenance/manifest";
import { digestOf, listTables, readSequences, withSnapshot } from "@/lib/maintenance/snapshot";
import { StartError } from "@/lib/process/start-error";

/** Reads every row anew. @throws StartError that names what is not as in the manifest */
export async function compareRows(databaseUrl: string, manifest: Manifest): Promise<void> {
  const different = await withSnapshot(databaseUrl, async (client) => {
    const names: string[] = [];
    const tables = await listTables(client);
    for (const table of tables) {
      const wanted = manifest.tables.find(({ name }) => name === table.name);
      const { rows, digest } = await digestOf(client, table);
      if (rows !== wanted?.rows || digest !== wanted.digest) names.push(table.name);
    }
    const missing = manifest.tables.filter(
      ({ name }) => !tables.some((table) => table.name === name),
    );
    const sequences = JSON.stringify(await readSequences(client));
    if (sequences !== JSON.stringify(manifest.sequences)) names.push("the sequences");
    return [...names, ...missing.map(({ name }) => name)];
  });
  if (different.length > 0)
    throw new StartError(`What was restored is not what was backed up: ${different.join(", ")}.`);
}
