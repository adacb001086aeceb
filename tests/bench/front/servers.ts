import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { get } from "@/tests/bench/front/ask";
import { freePort } from "@/tests/support/database/postgres";

export type Opponent = {
  name: string;
  url: string;
  /** Where it keeps a page of the site. */ pathOf: (path: string) => string;
  stop: () => Promise<void>;
};

const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const debiansNginx = "/usr/sbin/nginx";

/** The same build under Next's own server. */
export async function startPlainNext(databaseUrl: string): Promise<Opponent> {
  const port = await freePort();
  const { PATH = "", HOME = "" } = process.env;
  const env: NodeJS.ProcessEnv = {
    PATH,
    HOME,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    SITE_URL: `http://localhost:${port}`,
  };
  const child = spawn("node_modules/.bin/next", ["start", "-p", String(port)], {
    env,
    stdio: "ignore",
  });
  return ready(
    {
      name: "next start",
      url: `http://127.0.0.1:${port}`,
      pathOf: (path) => path,
      stop: () => end(child),
    },
    "/healthz",
  );
}

/** A page of the site from a server that does nothing else. */
export async function startBareNode(site: string, path: string): Promise<Opponent> {
  const port = await freePort();
  const script = "tests/bench/front/bare-server.mjs";
  const child = spawn(process.execPath, [script, String(port), site + path], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const stop = () => end(child);
  return ready({ name: "bare Node", url, pathOf: (asked) => asked, stop }, path);
}

/** nginx with one worker and the site's own bytes as files; null where it is not installed. */
export async function startNginx(
  directory: string,
  site: string,
  paths: string[],
): Promise<Opponent | null> {
  if (!existsSync(debiansNginx)) return null;
  const files = join(directory, "www");
  for (const path of paths) await keep(join(files, `${path}.html`), site + path);
  const port = await freePort();
  const settings = join(directory, "nginx.conf");
  await writeFile(settings, nginxSettings(directory, files, port));
  const child = spawn(debiansNginx, ["-c", settings, "-e", join(directory, "error.log")], {
    stdio: "ignore",
  });
  return ready(
    {
      name: "nginx",
      url: `http://127.0.0.1:${port}`,
      pathOf: (path) => `${path}.html`,
      stop: () => end(child),
    },
    `${paths[0] ?? ""}.html`,
  );
}

async function keep(file: string, url: string): Promise<void> {
  await mkdir(join(file, ".."), { recursive: true });
  const plain = await get(url, {});
  await writeFile(file, plain.body);
  await writeFile(`${file}.br`, (await get(url, { "accept-encoding": "br" })).body);
  await writeFile(`${file}.gz`, gzipSync(plain.body, { level: 9 }));
}

const nginxSettings = (directory: string, files: string, port: number): string => `
${existsSync(brotliModule) ? `load_module ${brotliModule};` : ""}
user ${userInfo().username};
daemon off;
worker_processes 1;
pid ${join(directory, "nginx.pid")};
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=1000;
  ${existsSync(brotliModule) ? "brotli_static on;" : ""}
  gzip_static on;
  server { listen 127.0.0.1:${port}; root ${files}; }
}`;

async function ready(opponent: Opponent, path: string): Promise<Opponent> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const isUp = await get(opponent.url + path).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isUp) return opponent;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await opponent.stop();
  throw new Error(`${opponent.name} did not start.`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null ? once(child, "exit") : undefined;
  child.kill();
  await ended;
}
