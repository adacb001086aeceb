import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { learnWhetherSessionsAreKept, nameOfPrepared } from "@/lib/database/prepared";
import { prisma } from "@/lib/db";
import { countEndorsements } from "@/lib/endorsements/queries";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { startPgBouncer } from "@/tests/support/database/pgbouncer";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

const isPostgres = process.env.TEST_DATABASE === "postgres";
const residents = Array.from({ length: 12 }, (_, index) => `resident@town${index + 1}.example`);
const often = { sql: "/* prepared */ SELECT 1" };

async function learnFrom(url: string): Promise<void> {
  const clients: [Client, Client] = [
    new Client({ connectionString: url }),
    new Client({ connectionString: url }),
  ];
  for (const client of clients) await client.connect();
  await learnWhetherSessionsAreKept(clients);
  for (const client of clients) await client.end();
}

describe.skipIf(!isPostgres)("statements that residents send by the thousand", () => {
  let bouncer: Awaited<ReturnType<typeof startPgBouncer>>;
  beforeAll(async () => (bouncer = await startPgBouncer(process.env.DATABASE_URL ?? "")));
  beforeEach(async () => {
    await resetDatabase();
    await loadSamplePlaces();
  });
  afterAll(async () => {
    await learnFrom(bouncer.url);
    await bouncer.close();
  });

  test("are planned once in each session, and those who ask are counted as before", async () => {
    await learnFrom(process.env.DATABASE_URL ?? "");
    // More often than PostgreSQL plans anew for each one's values.
    for (const email of residents) await endorseAndConfirm({ email });
    expect((await countEndorsements(placeIds.ghent)).asks).toBe(residents.length);
    const ofSessions = await Promise.all(
      Array.from(
        { length: 8 },
        () => prisma.$queryRaw<{ times: number }[]>`
        SELECT sum(generic_plans)::int AS times FROM pg_prepared_statements, pg_sleep(0.2)
        WHERE name LIKE 'prepared_%'`,
      ),
    );
    const timesUnplanned = ofSessions.flat().reduce((sum, { times }) => sum + times, 0);
    expect(timesUnplanned).toBeGreaterThan(0);
  });

  test("of others are planned each time", async () => {
    await learnFrom(process.env.DATABASE_URL ?? "");
    expect(nameOfPrepared({ sql: "SELECT 1" })).toBe("");
    expect(nameOfPrepared(often)).toBe(nameOfPrepared(often));
    expect(nameOfPrepared({ sql: `${often.sql}, 2` })).not.toBe(nameOfPrepared(often));
  });

  test("are planned each time behind PgBouncer, which changes sessions", async () => {
    await learnFrom(bouncer.url);
    expect(nameOfPrepared(often)).toBe("");
  });
});

test.skipIf(isPostgres)(
  "the embedded database plans each time: it has one session for all",
  async () => {
    await learnFrom(process.env.DATABASE_URL ?? "");
    expect(nameOfPrepared(often)).toBe("");
  },
);
