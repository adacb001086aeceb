import { enforceRetention } from "@/lib/applications/retention";
import { eraseFormerContacts } from "@/lib/cities/contacts/retention";
import { forgetBulkReviews } from "@/lib/endorsements/review/bulk-review";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import { log } from "@/lib/log";
import { deleteOldMails } from "@/lib/mail/commands";
import { deleteOldProposals } from "@/lib/members/page/proposal-commands";
import { deleteExpiredReconfirmationLinks } from "@/lib/members/reconfirmation-job";
import { prisma } from "@/lib/db";
import { deleteOldOpenings } from "@/lib/staff/openings";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

/** Deletes what the site has promised to delete by now. Doing it twice changes nothing more. */
export async function runDailyJob(now: Date): Promise<void> {
  const applications = await enforceRetention(now);
  const endorsements = await enforceEndorsementRetention(now);
  const bulkReviews = await forgetBulkReviews(now);
  const contacts = await eraseFormerContacts(now);
  await deleteExpiredReconfirmationLinks(now);
  const proposals = await deleteOldProposals(now);
  const mails = await deleteOldMails(now);
  const openings = await deleteOldOpenings(now);
  await recordRun(now);
  log.info(
    { applications, endorsements, bulkReviews, contacts, proposals, mails, openings },
    "Retention run finished",
  );
}

async function recordRun(finishedAt: Date): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.retentionRun.upsert({
      where: { id: 1 },
      create: { finishedAt },
      update: { finishedAt },
    });
    await raiseSiteVersion(tx);
  });
  await refreshSiteVersion();
}
