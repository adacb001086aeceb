import { Client } from "pg";
import { vi } from "vitest";

/**
 * Lets several things happen at the same moment, every time: rows that all of them must change are
 * locked until each has come so far that it waits for them. Only on a real PostgreSQL: the embedded
 * database is one connection, where nothing happens at the same moment.
 * @param rows what to lock, e.g. "SELECT id FROM staff"
 */
export async function atTheSameMoment<Result>(
  rows: string,
  begin: (() => Promise<Result>)[],
): Promise<Result[]> {
  const gate = new Client({ connectionString: process.env.DATABASE_URL });
  // Apart: within a transaction PostgreSQL always tells of the same moment.
  const watcher = new Client({ connectionString: process.env.DATABASE_URL });
  await Promise.all([gate.connect(), watcher.connect()]);
  try {
    await gate.query("BEGIN");
    await gate.query(`${rows} FOR UPDATE`);
    const results = Promise.all(begin.map((each) => each()));
    await vi.waitFor(() => allWait(watcher, begin.length), { timeout: 10_000, interval: 10 });
    await gate.query("COMMIT");
    return await results;
  } finally {
    await Promise.all([gate.end(), watcher.end()]);
  }
}

async function allWait(watcher: Client, wanted: number): Promise<void> {
  const { rows } = await watcher.query<{ waiting: number }>(
    "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  const waiting = rows[0]?.waiting ?? 0;
  if (waiting < wanted) throw new Error(`Only ${waiting} of ${wanted} wait for the rows.`);
}
