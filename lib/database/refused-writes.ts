// One for the process: server.ts and Next load separate copies of this module.
const shared = globalThis as typeof globalThis & { coalitionRefusedWriteAt?: Date };

/** disk_full and read_only_sql_transaction, as Prisma writes PostgreSQL's codes into its errors. */
const refusal = /Code: `(53100|25006)`/;

/** @param message of an error of Prisma */
export function noteDatabaseError(message: string, at = new Date()): void {
  if (refusal.test(message)) shared.coalitionRefusedWriteAt = at;
}

/** When the database last refused to write for this process. Null: not since its start. */
export const lastRefusedWriteAt = (): Date | null => shared.coalitionRefusedWriteAt ?? null;
