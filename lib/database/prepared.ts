import type { Client } from "pg";
import { Prisma } from "@/prisma/generated/client";

const mark = "/* prepared */";

/**
 * Begins a statement that a session plans once and then keeps: planning takes longer than running
 * it. For the few that residents send by the thousand, whose text does not vary.
 */
export const prepared = Prisma.raw(mark);

// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionKeepsSessions?: boolean };

/**
 * PgBouncer may give each statement to another session, which has not prepared it. It is known by
 * the number of the session: it tells one of its own.
 */
export async function learnWhetherSessionsAreKept(client: Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  shared.coalitionKeepsSessions = rows[0]?.pid === sessionOf(client);
}

/** As the server told it when the connection began. */
const sessionOf = (client: Client): unknown => Reflect.get(client, "processID");

const names = new Map<string, string>();

/** Empty for a statement that is planned each time. */
export function nameOfPrepared({ sql }: { sql: string }): string {
  if (!shared.coalitionKeepsSessions || !sql.startsWith(mark)) return "";
  const name = names.get(sql) ?? `prepared_${names.size + 1}`;
  names.set(sql, name);
  return name;
}
