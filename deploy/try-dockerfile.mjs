#!/usr/bin/env node
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

// Where no container can be built: takes the steps of the Dockerfile one by one in an empty
// directory, starts what the last stage holds as a user who may write nothing there, and says how
// large it is and how long it took. As root, with git and the Node of the Dockerfile first on the
// path:
//   node deploy/try-dockerfile.mjs postgresql://coalition@127.0.0.1/trial

const project = fileURLToPath(new URL("..", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "coalition-image-"));
const [databaseUrl] = process.argv.slice(2);
const nobody = { uid: 65534, gid: 65534 };

/** Lines that end in a backslash go on. */
const instructions = readFileSync(join(project, "deploy/Dockerfile"), "utf8")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .filter((line) => /^[A-Z]/.test(line));

const stages = new Map();
let stage = "";
for (const line of instructions) take(line);
const layer = join(stage, "site");
console.log(`Application layer: ${megabytes(layer)} MB`);
if (databaseUrl) await startAndStop();
rmSync(root, { recursive: true });

function take(line) {
  const [name, ...rest] = line.split(" ");
  if (name === "FROM") {
    const title = rest[2] ?? "last";
    stage = join(root, title);
    stages.set(title, stage);
    mkdirSync(join(stage, "site"), { recursive: true });
  }
  if (name === "COPY") copy(rest);
  if (name === "RUN") {
    console.log(line);
    execFileSync("sh", ["-c", rest.join(" ")], { cwd: join(stage, "site"), stdio: "inherit" });
  }
}

/** Paths of another stage are whole ones; those of the project are what git knows of it. */
function copy(words) {
  const from = /^--from=(.+)$/.exec(words[0])?.[1];
  const [to, ...paths] = (from ? words.slice(1) : words).reverse();
  const target = (path) => join(stage, "site", to.endsWith("/") ? join(to, basename(path)) : to);
  if (from)
    for (const path of paths)
      cpSync(join(stages.get(from), path), target(path), {
        recursive: true,
        verbatimSymlinks: true,
      });
  else for (const path of paths.flatMap(knownToGit)) copyFile(path, join(stage, "site", path));
}

function knownToGit(path) {
  const listed = execFileSync("git", ["ls-files", path], { cwd: project, encoding: "utf8" });
  const files = listed.trim().split("\n");
  return files.filter((file) => existsSync(join(project, file)) && !isIgnored(file));
}

/** The patterns of .dockerignore that name what git knows. */
function isIgnored(file) {
  return file.startsWith("tests/") || /\.test\.tsx?$/.test(file);
}

function copyFile(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(project, from), to);
}

function megabytes(folder) {
  const kilobytes = execFileSync("du", ["-sk", folder], { encoding: "utf8" }).split("\t")[0];
  return Math.round(Number(kilobytes) / 1024);
}

async function startAndStop() {
  execFileSync("chmod", ["-R", "go+rX", root]);
  const home = mkdtempSync(join(tmpdir(), "coalition-image-tmp-"));
  execFileSync("chown", [`${nobody.uid}:${nobody.gid}`, home]);
  const env = {
    PATH: process.env.PATH,
    TMPDIR: home,
    NODE_ENV: "production",
    PORT: "3999",
    DATABASE_URL: databaseUrl,
    SECRET: "of a trial, and of nothing that lasts",
  };
  const began = performance.now();
  const child = spawn("node", ["bin/serve.mjs"], { cwd: layer, env, stdio: "inherit", ...nobody });
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  const site = "http://127.0.0.1:3999";
  const isReady = () =>
    fetch(`${site}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error("It did not start.");
    await sleep(100);
  }
  console.log(`Ready after ${seconds()} s`);
  await fetch(`${site}/en`);
  console.log(`First page after ${seconds()} s`);
  const map = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>([^<]+)/g)].map(([, address]) => new URL(address).pathname);
  const failed = [];
  for (const path of [...paths, "/admin/sign-in", "/en/join", "/data/sbom.cdx.json"])
    if (!(await fetch(site + path)).ok) failed.push(path);
  console.log(`${paths.length} pages asked for, failed: ${failed.join(", ") || "none"}`);
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(home, { recursive: true });
  if (failed.length > 0) process.exitCode = 1;
}
