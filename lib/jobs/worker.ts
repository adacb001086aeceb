import { readEnv } from "@/lib/env";
import { sendMorningMails } from "@/lib/applications/morning-mail";
import { sendDigests } from "@/lib/applications/review-digest";
import { tellDelays } from "@/lib/applications/review/delay-commands";
import { checkDueLinks } from "@/lib/applications/checks/link-commands";
import { continueBulkReviews } from "@/lib/endorsements/review/bulk-review-job";
import { announceSignatures, sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import {
  deleteNetworkHashPrefixes,
  deleteUnconfirmed,
} from "@/lib/endorsements/retention/retention";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { minPublishIntervalMs, publishCounts } from "@/lib/endorsements/counts/record-count";
import { runDailyJobWhenDue } from "@/lib/jobs/daily-job";
import { repeat } from "@/lib/jobs/repeat";
import { log } from "@/lib/log";
import { startDelivery } from "@/lib/mail/delivery";
import { countKeptMails } from "@/lib/mail/queries";
import { smtpSender } from "@/lib/mail/transport";
import { reconfirmMembers } from "@/lib/members/reconfirmation-job";
import { takeSnapshots } from "@/lib/open-data/snapshot-commands";
import { countMinuteIfReady } from "@/lib/operations/ready-minutes";
import { showAnnouncementsDue } from "@/lib/publications/announcement-commands";
import { showDue } from "@/lib/publications/commands";

const lookForNightEveryMs = 20_000;
const publishEveryMs = minPublishIntervalMs;
const remindEveryMs = 900_000;
const announceEveryMs = 10_000;
const reconfirmEveryMs = 600_000;
const reviewEveryMs = 1_000;
const digestEveryMs = 10_000;
const snapshotEveryMs = 60_000;
const showDueEveryMs = 1_000;
/** So often that no minute passes between two. */
const noteReadyEveryMs = 20_000;
const checkLinksEveryMs = 15_000;

/** Safe in several processes on one database. Stopping takes half a minute at most. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { SMTP_URL } = readEnv();
  const running = [
    repeat("daily", lookForNightEveryMs, () => runDailyJobWhenDue(new Date())),
    repeat("counts", publishEveryMs, () => publishCounts()),
    repeat("milestones", announceEveryMs, async () => {
      const now = new Date();
      await recordMilestones(now);
      await announceSignatures(now);
      await sendBulletins(now);
    }),
    repeat("bulk_reviews", reviewEveryMs, () => continueBulkReviews()),
    repeat("staff_mails", digestEveryMs, async () => {
      const now = new Date();
      await sendMorningMails(now);
      await sendDigests(now);
    }),
    repeat("snapshots", snapshotEveryMs, () => takeSnapshots(new Date())),
    repeat("publications", showDueEveryMs, async () => {
      const now = new Date();
      await showDue(now);
      await showAnnouncementsDue(now);
    }),
    repeat("ready_minutes", noteReadyEveryMs, () => countMinuteIfReady(new Date())),
    repeat("reconfirmations", reconfirmEveryMs, () => reconfirmMembers(new Date())),
    repeat("links", checkLinksEveryMs, () => checkDueLinks(new Date())),
    repeat("reminders", remindEveryMs, async () => {
      const now = new Date();
      await deleteUnconfirmed(now);
      await deleteNetworkHashPrefixes(now);
      await remindUnconfirmed(now);
      await tellDelays(now);
    }),
  ];
  if (SMTP_URL) running.push(await startDeliveryTo(SMTP_URL));
  return { stop: () => Promise.all(running.map((each) => each.stop())).then(() => undefined) };
}

async function startDeliveryTo(smtpUrl: string): Promise<{ stop(): Promise<void> }> {
  const kept = await countKeptMails();
  if (kept > 0) log.info({ kept }, "Mails written without a mail server are kept and not sent");
  return startDelivery(smtpSender(smtpUrl));
}
