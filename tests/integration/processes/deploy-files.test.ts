import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

// The files of deploy/, read by the programs that they are for. Debian brings them.

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "coalition-deploy-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const read = (name: string) => readFileSync(`deploy/${name}`, "utf8");

function run(program: string, ...rest: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(program, rest, {
    encoding: "utf8",
    env: { ...process.env, SITE_DOMAIN: "citiesfordigitalrights.example", HOME: directory },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

test("Caddy takes its file, and asks the site at the address that compose gives it", () => {
  const { code, output } = run("caddy", "adapt", "--config", "deploy/Caddyfile");
  expect(code, output).toBe(0);
  expect(output).toContain('"dial":"site:3000"');
  expect(output).toContain('"uri":"/readyz?exclude=database"');
  expect(run("caddy", "fmt", "deploy/Caddyfile").output).toBe(read("Caddyfile"));
});

test("nginx takes its file", () => {
  const key = join(directory, "key.pem");
  const certificate = join(directory, "certificate.pem");
  const asked = ["-newkey", "rsa:2048", "-nodes", "-subj", "/CN=citiesfordigitalrights.example"];
  const made = run("openssl", "req", "-x509", ...asked, "-keyout", key, "-out", certificate);
  expect(made.code, made.output).toBe(0);
  const site = join(directory, "site.conf");
  writeFileSync(
    site,
    read("nginx.conf")
      .replace("/etc/ssl/coalition/fullchain.pem", certificate)
      .replace("/etc/ssl/coalition/privkey.pem", key),
  );
  const settings = join(directory, "nginx.conf");
  writeFileSync(
    settings,
    `pid ${join(directory, "pid")};\nevents {}\nhttp {\n  access_log off;\n  include ${site};\n}\n`,
  );
  const { code, output } = run("/usr/sbin/nginx", "-t", "-e", "stderr", "-c", settings);
  expect(code, output).toBe(0);
  expect(output).not.toContain("[warn]");
});

test("systemd takes its unit, and finds little exposed", () => {
  const unit = join(directory, "coalition.service");
  // What it starts need not be installed here.
  const command = `ExecStart=${process.execPath} bin/serve.mjs`;
  writeFileSync(unit, read("coalition.service").replace(/^ExecStart=.*$/m, command));
  const { code, output } = run("systemd-analyze", "verify", unit);
  expect({ code, output }).toEqual({ code: 0, output: "" });

  const offline = ["security", "--offline=true", "--threshold=15", "--no-pager"];
  const exposed = run("systemd-analyze", ...offline, unit);
  expect(exposed.code, exposed.output).toBe(0);
});

test("Prometheus takes the alert rules, which fire when they should and not before", () => {
  for (const [kind, file] of [
    ["check", "alerts.yml"],
    ["test", "alerts.test.yml"],
  ] as const) {
    const { code, output } = run("promtool", kind, "rules", `deploy/monitoring/${file}`);
    expect(code, output).toBe(0);
    expect(output).toContain("SUCCESS");
  }
});
