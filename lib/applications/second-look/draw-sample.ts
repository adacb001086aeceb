import type { Transaction } from "@/lib/db";
import { readSettings } from "@/lib/settings/queries";

/** The database draws, in the transaction of the decision: nobody can choose what is drawn. */
export async function drawSample(
  tx: Transaction,
  { decisionId, applicationId }: { decisionId: string; applicationId: string },
): Promise<void> {
  const { sampledPercent } = await readSettings(tx);
  await tx.$executeRaw`
    INSERT INTO decision_sample (decision_id, application_id)
    SELECT ${decisionId}::uuid, ${applicationId}::uuid WHERE random() * 100 < ${sampledPercent}::int`;
}
