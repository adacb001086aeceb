import type { Transaction } from "@/lib/db";

/** Null where none waits for an answer. */
export const findOpenAppeal = (tx: Transaction, applicationId: string) =>
  tx.appeal.findFirst({
    where: { applicationId, outcome: null },
    select: { id: true, decision: { select: { staffId: true } } },
  });
