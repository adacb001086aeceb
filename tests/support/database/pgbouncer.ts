import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDebianProgram } from "@/tests/support/processes/debian-program";
import { freePort } from "@/tests/support/database/postgres";

/**
 * Debian's PgBouncer in transaction mode, with its own defaults otherwise. It refuses to run as
 * root.
 */
export async function startPgBouncer(
  postgresUrl: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "coalition-pgbouncer-"));
  const port = await freePort();
  const settings = join(directory, "pgbouncer.ini");
  const database = new URL(postgresUrl);
  writeFileSync(
    settings,
    `[databases]
postgres = host=127.0.0.1 port=${database.port} user=${database.username}
[pgbouncer]
pool_mode = transaction
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
`,
  );
  // The site keeps its files to itself, and what runs in this process may have said so already.
  chmodSync(directory, 0o755);
  chmodSync(settings, 0o644);
  const asPostgres = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
  const rest = [...asPostgres, "pgbouncer", settings];
  const { close } = await startDebianProgram("env", rest, port);
  database.port = String(port);
  return { url: database.href, close };
}
