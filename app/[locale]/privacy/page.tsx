import { ContentPage, contentPageMetadata } from "@/app/[locale]/content-page";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";
import { retentionDays } from "@/lib/applications/receipt";
import { contactsKeptDaysAfterLeaving } from "@/lib/cities/contacts/retention-days";
import {
  endorsementRetentionDays,
  networkHashHours,
  unconfirmedHours,
} from "@/lib/endorsements/retention/retention-periods";
import { openForMinutes } from "@/lib/endorsements/sealed-address";
import { restDays } from "@/lib/endorsements/spot-check/spot-check-days";
import { readEnv } from "@/lib/env";
import { mailKeptForDays } from "@/lib/mail/commands";
import { proposalKeptDays } from "@/lib/members/page/proposal-days";
import { deviceKnownForDays } from "@/lib/staff/known-device";
import { sessionHours } from "@/lib/staff/session-hours";

export const generateMetadata = () => contentPageMetadata("privacy");

/** What the software deletes by, so that the page promises nothing else. */
const periods = () => ({
  unconfirmedDays: retentionDays.unconfirmed,
  declinedDays: retentionDays.declined,
  proposalDays: proposalKeptDays,
  contactDays: contactsKeptDaysAfterLeaving,
  approvedYears: retentionDays.approved / 365,
  unconfirmedHours: unconfirmedHours,
  savedFormDays,
  restDays,
  sealedMinutes: openForMinutes,
  networkHashHours,
  suppressionYears: endorsementRetentionDays.suppression / 365,
  signedDays: endorsementRetentionDays.signed,
  endorsementYears: endorsementRetentionDays.confirmed / 365,
  mailDays: mailKeptForDays,
  sessionHours,
  deviceKnownForDays,
  backupDays: readEnv().BACKUP_DAYS,
});

export default function PrivacyPage() {
  return <ContentPage slug="privacy" values={periods()} />;
}
