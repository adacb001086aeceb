import { createHash } from "node:crypto";
import {
  changesRequestedMail,
  declinedMail,
  type ApplicationMail,
} from "@/lib/applications/mails/emails";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import type { ChangeRequest, Decline } from "@/lib/applications/review/review-schema";
import {
  lockForReview,
  transactReview,
  type Review,
} from "@/lib/applications/review/review-transaction";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { defaultLocale, languageOf, toLocale } from "@/lib/i18n/locales";

export type DecisionPreview = {
  to: string;
  subject: string;
  text: string;
  language: { lang?: string; dir?: "ltr" | "rtl" };
  /** Of all that it says: whoever sends it has seen this, and nothing else. */
  digest: string;
};

type Draft = { kind: "change_request" } & ChangeRequest;
type DeclineDraft = { kind: "decline" } & Decline;

/** The email as it would go out now. Null where the contact is erased: nobody gets one. */
export function previewDecision(
  review: Review,
  draft: Draft | DeclineDraft,
): Promise<ReviewResult<{ preview: DecisionPreview | null }>> {
  return transactReview(async (tx): Promise<ReviewResult<{ preview: DecisionPreview | null }>> => {
    const locked = await lockForReview(tx, review);
    if (!locked.ok) return locked;
    const { contactName, contactEmail, reference, city, ...application } =
      await tx.application.findUniqueOrThrow({
        where: { id: review.applicationId },
        select: {
          locale: true,
          reference: true,
          contactName: true,
          contactEmail: true,
          city: { select: { name: true } },
        },
      });
    if (!contactName || !contactEmail) return { ok: true, preview: null };
    const locale = toLocale(application.locale);
    const mail: ApplicationMail = {
      ...{ locale, contactName, reference, cityName: city.name },
      // Each email has a secret of its own here, which is made when it is sent.
      statusUrl: `${siteUrl()}${href(locale, "/applications/…")}`,
    };
    const { subject, text } =
      draft.kind === "decline"
        ? await declinedMail({ ...mail, ...draft })
        : await changesRequestedMail({ ...mail, ...draft });
    const digest = createHash("sha256")
      .update(`${contactEmail}\n${subject}\n${text}`)
      .digest("hex");
    const language = languageOf(locale, defaultLocale);
    return { ok: true, preview: { to: contactEmail, subject, text, language, digest } };
  });
}
