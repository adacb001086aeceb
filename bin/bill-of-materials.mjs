import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runQuietly } from "./run.mjs";

/** Served as /data/sbom.cdx.json. */
const file = ".next/sbom.cdx.json";

/**
 * Writes down every package that the site runs on, in CycloneDX, by npm's own command. A machine
 * whose npm does not have it yet starts the site without that list.
 */
export async function writeBillOfMaterials() {
  rmSync(file, { force: true });
  try {
    writeFileSync(file, await makeBillOfMaterials());
  } catch (error) {
    console.warn(`  No bill of materials: ${error instanceof Error ? error.message : error}`);
  }
}

/** @returns {Promise<string>} CycloneDX as JSON */
async function makeBillOfMaterials() {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "coalition-sbom-"));
  // npm names the whole after its folder.
  const project = join(folder, manifest.name);
  try {
    mkdirSync(project);
    for (const [name, content] of Object.entries(withoutDevelopment(manifest, lock)))
      writeFileSync(join(project, name), JSON.stringify(content));
    return await runQuietly("npm", [
      ...["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application"],
      ...["--package-lock-only", "--offline", "--loglevel=error", "--prefix", project],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Left to `--omit dev`, npm 11 also leaves out what both development and the site need, such as
 * zod.
 * @param {Record<string, unknown>} manifest package.json
 * @param {{ packages: Record<string, { dev?: boolean, devDependencies?: unknown }> }} lock
 */
function withoutDevelopment(manifest, lock) {
  const packages = Object.entries(lock.packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, entry]) => [path, { ...entry, devDependencies: undefined }]);
  return {
    "package.json": { ...manifest, devDependencies: undefined },
    "package-lock.json": { ...lock, packages: Object.fromEntries(packages) },
  };
}
