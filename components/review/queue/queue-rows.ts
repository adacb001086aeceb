import { formatDay } from "@/components/review/labels";
import type { TagVariant } from "@/components/staff-ui/tag";
import { urgencyOf, type Urgency } from "@/lib/applications/claims/claims";
import { isOfSameDomain } from "@/lib/applications/contact-domain";
import { isFreeMailAddress } from "@/lib/applications/free-mail";
import { evidenceCriteria, undecidedStates } from "@/lib/applications/review/decisions";
import { applicationAddress, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { QueuedApplication } from "@/lib/applications/review/queue-queries";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import type { ApplicationState } from "@/prisma/generated/enums";

type ShownTag = { variant: TagVariant; text: string };

/** What a line of the queue shows of an application, and nothing else of it. */
export type QueueRow = {
  id: string;
  address: string;
  city: string;
  place: string;
  reference: string;
  /** Working days that it waits, or a day. */
  when: string;
  evidence: string;
  state: ApplicationState;
  tags: ShownTag[];
  claimedBy: string | null;
  decidedBy: string | null;
  applicant: string | null;
};

export const toQueueRow = (
  application: QueuedApplication,
  filter: QueueFilter,
  settings: ReviewSettings,
): QueueRow => {
  const { id, city, reference, state, evidenceCount, claimedBy, decidedBy, contactName } =
    application;
  const { regionName, countryCode } = city.place;
  return {
    ...{ id, reference, state, claimedBy, decidedBy },
    address: applicationAddress(id, filter),
    city: city.name,
    place: [regionName, nameOfCountry(defaultLocale, countryCode)].filter(Boolean).join(", "),
    when: whenOf(application, filter),
    evidence: `${evidenceCount} of ${evidenceCriteria.length}`,
    tags: tagsOf(application, settings),
    applicant: contactName,
  };
};

function whenOf(
  { waitInWorkingDays, closedAt, confirmedAt, submittedAt }: QueuedApplication,
  { state }: QueueFilter,
): string {
  if (undecidedStates.some((each) => each === state)) return String(waitInWorkingDays ?? "");
  return formatDay(closedAt ?? confirmedAt ?? submittedAt);
}

// In words too: colours alone tell nothing to many.
const urgencyTags: Readonly<Record<Urgency, ShownTag>> = {
  overdue: { variant: "bad", text: "Overdue" },
  dueSoon: { variant: "amber", text: "Due soon" },
};

/**
 * How late it is, then what makes a reviewer look twice, in the order of its weight. Nothing of it
 * is a reason to decline.
 */
function tagsOf(application: QueuedApplication, settings: ReviewSettings): ShownTag[] {
  const { state, waitInWorkingDays, contactEmail, mandateUrl, hasFile } = application;
  const urgency =
    state === "submitted" && waitInWorkingDays !== null
      ? urgencyOf(waitInWorkingDays, settings)
      : null;
  const tags = urgency ? [urgencyTags[urgency]] : [];
  if (!undecidedStates.includes(state)) return tags;
  const isFreeMail = contactEmail !== null && isFreeMailAddress(contactEmail);
  const isOfOtherDomain =
    contactEmail !== null &&
    mandateUrl !== null &&
    !isFreeMail &&
    !isOfSameDomain(contactEmail, mandateUrl);
  if (application.isChangedSinceReview)
    tags.push({ variant: "notable", text: "Changed since last looked at" });
  if (isFreeMail) tags.push({ variant: "bad", text: "Free email" });
  if (isOfOtherDomain) tags.push({ variant: "bad", text: "Email and mandate on two domains" });
  if (mandateUrl === null && !hasFile) tags.push({ variant: "bad", text: "Mandate to follow" });
  return tags;
}
