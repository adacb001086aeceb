import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const onPath = () => (process.env.PATH ?? "").split(delimiter);

/** @param {string[]} names */
const findOnPath = (names) =>
  [...onPath(), "/usr/bin"]
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((program) => existsSync(program));

const macApplication = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * Where a Chromium is, or undefined when none is installed.
 * @returns {string | undefined}
 */
export const findChromium = () =>
  findOnPath(["chromium", "chromium-browser", "google-chrome"]) ??
  [macApplication].find((program) => existsSync(program));

/**
 * Where the Chromium without windows is, or undefined. It takes a fifth less than Chromium without
 * a screen, but moves a mouse of its own when a page loads, and draws letters otherwise.
 * @returns {string | undefined}
 */
export const findHeadlessShell = () => findOnPath(["chromium-headless-shell"]);

/**
 * Where a Firefox is, the second browser of the tests, or undefined.
 * @returns {string | undefined}
 */
export const findFirefox = () => findOnPath(["firefox-esr", "firefox"]);

/**
 * Where Chromium is, or undefined while Chromium or Firefox is not installed.
 * @returns {string | undefined}
 */
export const findBrowsers = () => (findFirefox() ? findChromium() : undefined);

/**
 * A generator of load that is faster than what it measures, or undefined.
 * @returns {string | undefined}
 */
export const findWrk = () => findOnPath(["wrk"]);

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

/**
 * What the integration tests run beside PostgreSQL: age opens encrypted archives.
 * @returns {string | undefined}
 */
export const findPostgresAndAge = () => (findOnPath(["age"]) ? findPostgresPrograms() : undefined);

/**
 * What a site in production has around it, or undefined while one of these is not installed.
 * @returns {string | undefined}
 */
export function findServers() {
  const folders = [...onPath(), "/usr/sbin", "/usr/bin"];
  const isInstalled = (name) => folders.some((folder) => existsSync(join(folder, name)));
  const servers = ["nginx", "pgbouncer", "caddy", "systemd-analyze", "openssl", "promtool"];
  return servers.every(isInstalled) ? findPostgresPrograms() : undefined;
}
