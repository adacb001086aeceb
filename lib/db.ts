import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/prisma/generated/client";
import { nameOfPrepared } from "@/lib/database/prepared";
import { noteDatabaseError } from "@/lib/database/refused-writes";
import { readEnv } from "@/lib/env";
import type { Result } from "@/lib/result";

/** In a transaction use nothing else: the embedded database has one connection. */
export type Transaction = Prisma.TransactionClient;

function connect(): PrismaClient {
  const { DATABASE_URL } = readEnv();
  if (!DATABASE_URL)
    throw new Error("DATABASE_URL is not set: the site is started through bin/start.");
  const adapter = new PrismaPg(
    {
      connectionString: DATABASE_URL,
      max: 8,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    },
    { statementNameGenerator: nameOfPrepared },
  );
  // "minimal" keeps a call's values out of errors. In a crowd, late is better than refused.
  const client = new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    log: [{ emit: "event", level: "error" }],
  });
  client.$on("error", ({ message }) => noteDatabaseError(message));
  return client;
}

// One client for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionPrisma?: PrismaClient };

/** Connects on first use, so that a build needs no database. */
export const prisma: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    const client = (shared.coalitionPrisma ??= connect());
    const value: unknown = Reflect.get(client, property);
    return typeof value === "function" ? (value.bind(client) as unknown) : value;
  },
});

class RolledBack extends Error {
  constructor(readonly outcome: Result<string>) {
    super("A refusal rolls back what the command had done.");
  }
}

/** A transaction of which nothing stays if its outcome is a refusal. */
export async function transact<Outcome extends Result<string>>(
  work: (tx: Transaction) => Promise<Outcome>,
  options?: { timeout: number },
): Promise<Outcome> {
  try {
    return await prisma.$transaction(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new RolledBack(outcome);
      return outcome;
    }, options);
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Outcome;
    throw error;
  }
}

/** @param index its name in the database, e.g. "application_open_for_city_id_key" */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { driverAdapterError } = (error.meta ?? {}) as {
    driverAdapterError?: { cause?: { constraint?: { index?: string } } };
  };
  // Of a statement that Prisma writes, and of one that is written here.
  const isViolation = error.code === "P2002" || error.code === "P2010";
  return isViolation && driverAdapterError?.cause?.constraint?.index === index;
}
