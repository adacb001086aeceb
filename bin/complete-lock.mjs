#!/usr/bin/env node
import { readFileSync, writeFileSync } from "node:fs";

// npm leaves packages for other systems out of the lock file where the registry at hand does not
// have them (a mirror, a closed network), and then `npm ci` refuses that file everywhere. This
// writes them in: their versions stand in the packages that want them.

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies))
    lock.packages[`node_modules/${name}`] ??= absentPackage(name, version, dev);
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/**
 * What npm would have written, as far as the name tells; the rest is looked up by whoever installs
 * it.
 */
function absentPackage(name, version, dev) {
  const words = name === "fsevents" ? ["darwin"] : name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length + cpu.length === 0)
    throw new Error(`${name} is for no system that its name tells: add it by hand.`);
  return {
    version: version.replace(/^[~^]/, ""),
    ...(dev && { dev }),
    optional: true,
    ...(os.length && { os }),
    ...(cpu.length && { cpu }),
  };
}
