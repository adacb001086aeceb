import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDebianProgram, type DebianProgram } from "@/tests/support/processes/debian-program";

/** nginx as Debian sets it up, with one site: what it passes on goes to the given port. */
export function startNginx(port: number, sitePort: number): Promise<DebianProgram> {
  const directory = mkdtempSync(join(tmpdir(), "coalition-nginx-"));
  const site = join(directory, "site.conf");
  writeFileSync(
    site,
    `server {
  listen 127.0.0.1:${port};
  location / {
    proxy_pass http://127.0.0.1:${sitePort};
    include /etc/nginx/proxy_params;
  }
}
`,
  );
  const settings = join(directory, "nginx.conf");
  writeFileSync(settings, debianSettings(directory).replace("/etc/nginx/sites-enabled/*", site));
  const rest = ["-c", settings, "-g", "daemon off;"];
  return startDebianProgram("/usr/sbin/nginx", rest, port);
}

const debianSettings = (directory: string): string =>
  readFileSync("/etc/nginx/nginx.conf", "utf8")
    .replace("/run/nginx.pid", join(directory, "pid"))
    .replaceAll("/var/log/nginx", directory);
