import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeBillOfMaterials } from "./bill-of-materials.mjs";
import { compressBuiltFiles } from "./compress-built-files.mjs";
import { makeWhenStale } from "./fingerprint.mjs";
import { builtServer, ProgramError, root, runQuietly, tool, toolSettings } from "./run.mjs";
import { step } from "./steps.mjs";

const oldestNode = 20;

/**
 * Does what a start needs before the site's own code can run, each part only where it is missing or
 * stale. Where one fails, ends the process with what its program said.
 * @param {(() => Promise<void>)[]} more further parts
 */
export async function prepare(more = []) {
  process.chdir(root);
  checkNode();
  try {
    for (const part of [installPackages, generateClient, ...more]) await part();
  } catch (error) {
    console.error(`\n${error instanceof ProgramError ? error.message : error}`);
    process.exit(1);
  }
}

function checkNode() {
  if (Number(process.versions.node.split(".")[0]) >= oldestNode) return;
  console.error(
    `The site needs Node ${oldestNode} or newer to begin with; this is ${process.version}.`,
  );
  process.exit(1);
}

/** Installs the packages of package-lock.json where they are missing or others. */
async function installPackages() {
  if (packagesAreInstalled()) return;
  await step("Installing packages", () =>
    runQuietly("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}

/**
 * npm writes down what it installed when it is done; packages for other systems are rightly absent.
 */
function packagesAreInstalled() {
  const installedFile = "node_modules/.package-lock.json";
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  return Object.keys(wanted).every(
    (path) =>
      path === "" || wanted[path].optional || installed[path]?.version === wanted[path].version,
  );
}

const generateClient = () =>
  makeWhenStale({
    sources: ["prisma/schema.prisma", "package-lock.json"],
    note: "prisma/generated/made-from",
    make: () =>
      step("Generating the database client", () => runQuietly(tool("prisma"), ["generate"])),
  });

/**
 * Next hashes the names of forms' actions with it, and makes a new one for each build: whoever has
 * a form open while a release is deployed would be refused by the next one. It is no secret: it
 * encrypts what actions inside of functions close over, and there are none (prepare.test.ts).
 */
const actionKey = createHash("sha256").update("names of actions").digest("base64");

/** Not minified: where something fails, its stack leads to code that can be read. */
const bundleServer = () =>
  runQuietly(tool("esbuild"), [
    "server.ts",
    `--outdir=${dirname(builtServer)}`,
    ...["--bundle", "--splitting", "--packages=external", "--out-extension:.js=.mjs"],
    ...["--platform=node", "--target=node24", "--format=esm", "--jsx=automatic"],
    "--log-level=warning",
  ]);

/** Builds the site for production. */
export const buildSite = () =>
  makeWhenStale({
    sources: [
      "bin/bill-of-materials.mjs",
      "bin/compress-built-files.mjs",
      "bin/prepare.mjs",
      "bin/run.mjs",
      "app",
      "components",
      "content",
      "lib",
      "prisma",
      "public",
      "server.ts",
      "next.config.ts",
      "postcss.config.mjs",
      "tsconfig.json",
      "package-lock.json",
    ],
    note: ".next/made-from",
    make: () =>
      step("Building the site", async () => {
        const env = { ...toolSettings, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey };
        await runQuietly(tool("next"), ["build"], { env });
        await Promise.all([bundleServer(), compressBuiltFiles(), writeBillOfMaterials()]);
      }),
  });
