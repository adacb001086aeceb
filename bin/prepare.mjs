import { existsSync, readFileSync } from "node:fs";
import { makeWhenStale } from "./fingerprint.mjs";
import { runQuietly, tool } from "./run.mjs";
import { step } from "./steps.mjs";

// What a start needs before the site's own code can run. Each part does nothing where there is nothing to do.

const oldestNode = 20;

/** Ends with a clear sentence on a Node that is too old even to begin. */
export function checkNode() {
  if (Number(process.versions.node.split(".")[0]) >= oldestNode) return;
  console.error(`The site needs Node ${oldestNode} or newer to begin with; this is ${process.version}.`);
  process.exit(1);
}

/** Installs the packages of package-lock.json where they are missing or others. */
export async function installPackages() {
  if (packagesAreInstalled()) return;
  await step("Installing packages", () => runQuietly("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]));
}

/** npm writes down what it installed when it is done; packages for other systems are rightly absent. */
function packagesAreInstalled() {
  const installedFile = "node_modules/.package-lock.json";
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  return Object.keys(wanted).every((path) => path === "" || wanted[path].optional || installed[path]?.version === wanted[path].version);
}

/** Generates the Prisma client. */
export const generateClient = () =>
  makeWhenStale({
    sources: ["prisma/schema.prisma", "package-lock.json"],
    note: "prisma/generated/made-from",
    make: () => step("Generating the database client", () => runQuietly(tool("prisma"), ["generate"])).then(() => undefined),
  });

/** Builds the site for production. */
export const buildSite = () =>
  makeWhenStale({
    sources: ["app", "components", "content", "lib", "prisma/schema.prisma", "public", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
    note: ".next/made-from",
    make: () => step("Building the site", () => runQuietly(tool("next"), ["build"])).then(() => undefined),
  });
