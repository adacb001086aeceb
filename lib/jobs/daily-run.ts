import { enforceRetention } from "@/lib/applications/retention";
import { forgetBulkReviews } from "@/lib/endorsements/review/bulk-review";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import { log } from "@/lib/log";
import { deleteOldMails } from "@/lib/mail/commands";

/** Deletes what the site has promised to delete by now. Doing it twice changes nothing more. */
export async function runDailyJob(now: Date): Promise<void> {
  const applications = await enforceRetention(now);
  const endorsements = await enforceEndorsementRetention(now);
  const bulkReviews = await forgetBulkReviews(now);
  const mails = await deleteOldMails(now);
  log.info({ applications, endorsements, bulkReviews, mails }, "Retention run finished");
}
