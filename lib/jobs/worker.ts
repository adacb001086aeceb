import { readEnv } from "@/lib/env";
import { startDailyJob } from "@/lib/jobs/daily-job";
import { log } from "@/lib/log";
import { startDelivery } from "@/lib/mail/delivery";
import { countKeptMails } from "@/lib/mail/queries";
import { smtpSender } from "@/lib/mail/transport";

/**
 * Starts what runs beside the requests: the delivery of mails, and the daily job. Any number of processes may do so on one
 * database. Stopping lets what is under way finish, half a minute at most.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { SMTP_URL } = readEnv();
  const dailyJob = await startDailyJob();
  if (!SMTP_URL) return dailyJob;

  const kept = await countKeptMails();
  if (kept > 0) log.info({ kept }, "Mails from the time without a mail server stay where they are and are not sent");
  const delivery = startDelivery(smtpSender(SMTP_URL));
  return { stop: () => Promise.all([delivery.stop(), dailyJob.stop()]).then(() => undefined) };
}
