import { deleteOldAssignments } from "@/lib/applications/claims/assignment-commands";
import { forgetLeftFiles } from "@/lib/applications/files/commands";
import { enforceRetention } from "@/lib/applications/retention";
import { deleteExpiredForms } from "@/lib/applications/saved-forms/commands";
import { eraseFormerContacts } from "@/lib/cities/contacts/retention";
import { moveStoredAddresses } from "@/lib/endorsements/abuse/address-rotation";
import { forgetBulkReviews } from "@/lib/endorsements/review/bulk-review";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import { deleteClosedQuestions } from "@/lib/endorsements/spot-check/commands";
import { log } from "@/lib/log";
import { deleteOldMails } from "@/lib/mail/commands";
import { deleteOldProposals } from "@/lib/members/page/proposal-commands";
import { deleteExpiredReconfirmationLinks } from "@/lib/members/reconfirmation-job";
import { prisma } from "@/lib/db";
import { deleteOldOpenings } from "@/lib/staff/openings";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

/** Deletes what the site has promised to delete by now. Doing it twice changes nothing more. */
export async function runDailyJob(now: Date): Promise<void> {
  const deleted = {
    applications: await enforceRetention(now),
    endorsements: await enforceEndorsementRetention(now),
    spotCheckQuestions: await deleteClosedQuestions(now),
    bulkReviews: await forgetBulkReviews(now),
    contacts: await eraseFormerContacts(now),
    reconfirmationLinks: await deleteExpiredReconfirmationLinks(now),
    proposals: await deleteOldProposals(now),
    mails: await deleteOldMails(now),
    openings: await deleteOldOpenings(now),
    assignments: await deleteOldAssignments(now),
    savedForms: await deleteExpiredForms(now),
    leftFiles: await forgetLeftFiles(now),
  };
  const movedAddresses = await moveStoredAddresses();
  if (movedAddresses > 0) log.info({ movedAddresses }, "Moved to the current secret");
  await recordRun(now);
  log.info(deleted, "Retention run finished");
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
