import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// npm starts a shell for each script, and asks only that to stop.

let folder: string;

const program = `
  process.on("SIGTERM", () => { console.log("stops"); process.exit(); });
  setTimeout(() => process.exit(), 10_000);
  console.log("serves");`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coalition-start-"));
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts }));
  mkdirSync(join(folder, "bin"));
  for (const file of ["start.mjs", "serve.mjs"]) writeFileSync(join(folder, "bin", file), program);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(["start", "dev", "serve"])(
  "npm run %s stops the site when it is stopped",
  async (script) => {
    const npm = spawn("npm", ["run", "--silent", script], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    npm.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said === "serves\n") npm.kill("SIGTERM");
    });
    await once(npm, "close");
    expect(said).toBe("serves\nstops\n");
  },
);
