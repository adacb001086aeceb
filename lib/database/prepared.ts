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
 * the number of the session: it tells one of its own. The embedded database gives one session to
 * all connections, each of which would prepare the same again.
 * @param clients two that are connected at the same time
 */
export async function learnWhetherSessionsAreKept(clients: [Client, Client]): Promise<void> {
  const [first, second] = await Promise.all(clients.map(findSession));
  const isKept = (session: Session | undefined) => session?.told === session?.found;
  shared.coalitionKeepsSessions = isKept(first) && isKept(second) && first?.found !== second?.found;
}

type Session = { told: unknown; found: number | undefined };

async function findSession(client: Client): Promise<Session> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  // As the server told it when the connection began.
  return { told: Reflect.get(client, "processID"), found: rows[0]?.pid };
}

const names = new Map<string, string>();

/** Empty for a statement that is planned each time. */
export function nameOfPrepared({ sql }: { sql: string }): string {
  if (!shared.coalitionKeepsSessions || !sql.startsWith(mark)) return "";
  const name = names.get(sql) ?? `prepared_${names.size + 1}`;
  names.set(sql, name);
  return name;
}
