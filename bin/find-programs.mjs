import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const onPath = () => (process.env.PATH ?? "").split(delimiter);

/**
 * Where a Chromium is, or undefined when none is installed.
 * @returns {string | undefined}
 */
export function findChromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const macApplication = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const candidates = [...onPath(), "/usr/bin"].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
  return [...candidates, macApplication].find((program) => existsSync(program));
}

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
 * What a site in production has around it, or undefined while one of these is not installed.
 * @returns {string | undefined}
 */
export function findServers() {
  const folders = [...onPath(), "/usr/sbin", "/usr/bin"];
  const isInstalled = (name) => folders.some((folder) => existsSync(join(folder, name)));
  const servers = ["nginx", "pgbouncer", "caddy", "systemd-analyze", "openssl"];
  return servers.every(isInstalled) ? findPostgresPrograms() : undefined;
}
