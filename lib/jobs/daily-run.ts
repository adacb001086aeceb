import { enforceRetention } from "@/lib/applications/retention";
import { log } from "@/lib/log";
import { deleteOldMails } from "@/lib/mail/commands";

/** Deletes what the site has promised to delete by now. Doing it twice changes nothing more. */
export async function runDailyJob(now: Date): Promise<void> {
  const applications = await enforceRetention(now);
  const mails = await deleteOldMails(now);
  log.info({ applications, mails }, "What was due for deletion is deleted");
}
