import { pathFrom } from "@/bin/command-line/command-line";
import { readIdentities } from "@/bin/command-line/read-identities";
import { refuseUnopenable, type Archive } from "@/lib/maintenance/archive-reader";

/**
 * What was typed, before anything is begun or recorded: a mistyped name says nothing of backups.
 * @throws StartError where no archive is there, or its key is missing
 */
export async function findArchive(typed: string, keyFile: string | undefined): Promise<Archive> {
  const archive = { path: pathFrom(typed), identities: await readIdentities(keyFile) };
  await refuseUnopenable(archive);
  return archive;
}
