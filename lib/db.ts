import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import { readEnv } from "@/lib/env";

/**
 * A transaction's client. Inside a transaction use nothing else: the embedded database has one
 * connection.
 */
export type Transaction = Prisma.TransactionClient;

function connect(): PrismaClient {
  const { DATABASE_URL } = readEnv();
  if (!DATABASE_URL)
    throw new Error("DATABASE_URL is not set: the site is started through bin/start.");
  const adapter = new PrismaPg({
    connectionString: DATABASE_URL,
    max: 8,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // When many come at once, whoever waits is served late rather than refused.
  // An error of a wrong call otherwise repeats all that it was called with.
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
}

// One client for the process: server.ts and Next's own module graph share it.
const shared = globalThis as typeof globalThis & { coalitionPrisma?: PrismaClient };

/** The database. Connects on first use, so that a build needs none. */
export const prisma: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    const client = (shared.coalitionPrisma ??= connect());
    const value: unknown = Reflect.get(client, property);
    return typeof value === "function" ? (value.bind(client) as unknown) : value;
  },
});
