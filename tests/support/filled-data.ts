import { cp, rm } from "node:fs/promises";
import { makeWhenStale } from "@/bin/fingerprint.mjs";
import { startSite } from "@/tests/support/site-process";

const filled = "node_modules/.cache/filled-data";
const sources = ["prisma/migrations", "prisma/seed", "prisma/seed.ts", "package-lock.json"];

/**
 * Copies the data directory of a site that was started once, with all the places of the world. To
 * load them takes half a minute, and they are the same until the sources change.
 */
export async function copyFilledData(directory: string): Promise<void> {
  await makeWhenStale({ sources, note: `${filled}.txt`, make: fill });
  await cp(filled, directory, { recursive: true });
}

async function fill(): Promise<void> {
  await rm(filled, { recursive: true, force: true });
  const site = await startSite({ DATA_DIR: filled });
  await site.end("SIGTERM");
}
