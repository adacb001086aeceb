import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const onPath = () => (process.env.PATH ?? "").split(delimiter);

/**
 * Where a Chromium is, or undefined when none is installed.
 * @returns {string | undefined}
 */
export function findChromium() {
  const macApplication = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const found = findProgram("chromium", "chromium-browser", "google-chrome");
  return found ?? (existsSync(macApplication) ? macApplication : undefined);
}

/**
 * A Chromium for tests that do not look at pictures: best the one without the parts that draw a
 * window, which needs a fifth less work. Its letters are a little narrower.
 * @returns {string | undefined}
 */
export const findHeadlessChromium = () => findProgram("chromium-headless-shell") ?? findChromium();

/** @param {string[]} names */
const findProgram = (...names) =>
  [...onPath(), "/usr/bin"]
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((program) => existsSync(program));

/**
 * The folder of PostgreSQL's programs, or undefined when it is not installed. Debian keeps them off
 * the path, by version.
 * @returns {string | undefined}
 */
export function findPostgresPrograms() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  return [...versions.map((version) => join(debian, version, "bin")), ...onPath()].find((folder) =>
    existsSync(join(folder, "initdb")),
  );
}
