import { parseCode } from "@/lib/endorsements/abuse/confirmation-code";
import { endorsementHref, sentHref } from "@/lib/endorsements/addresses";
import { confirmByCode } from "@/lib/endorsements/confirm-commands";
import { fitsSlot } from "@/lib/i18n/fits-slot";
import { findSubmissionByKey } from "@/lib/endorsements/resident-queries";
import { openAddress } from "@/lib/endorsements/sealed-address";
import { escapeHtml } from "@/lib/escape-html";
import { formText } from "@/lib/forms";
import { addressParts } from "@/lib/i18n/address-parts";
import type { Locale } from "@/lib/i18n/locales";
import type { FormAnswer, PageTemplate } from "@/lib/process/page-view";
import type { HoldReason } from "@/prisma/generated/enums";

/** The page after a form was sent, which takes the code of the email. */
export type SentView = {
  page: "sent";
  cityId: string;
  city: string;
  heldFor: HoldReason[];
  statusKey: string;
  /** Where the email went, sealed: only right after it was sent. */
  to: string;
  /** The same, as the page shows it. Null when the seal has expired. */
  email: string | null;
};

/** @param to as it stands in the address of the page */
export async function findSentView(statusKey: string, to: string): Promise<SentView | null> {
  const submission = await findSubmissionByKey(statusKey);
  if (!submission) return null;
  const { cityName: city, cityId, heldFor } = submission;
  const email = openAddress(to, statusKey);
  return { page: "sent", cityId: String(cityId), city, heldFor, statusKey, to, email };
}

/** Null where more is to be said than what everybody is told. */
export async function findSentTemplate(
  locale: Locale,
  statusKey: string,
  query: URLSearchParams,
): Promise<PageTemplate | null> {
  if (query.has("problem")) return null;
  const view = await findSentView(statusKey, query.get("to") ?? "");
  if (!view || view.heldFor.length > 0 || !fitsSlot(locale, view.city)) return null;
  const { cityId, city, to, email } = view;
  return {
    name: `${sentHref(locale, "", {})} ${email ? "with address" : ""}`,
    address: (slot) => sentHref(locale, slot("key"), email ? { to: slot("to") } : {}),
    view: (slot): SentView => ({
      ...view,
      cityId: slot("id"),
      city: slot("city"),
      statusKey: slot("key"),
      to: slot("to"),
      email: email && slot("email"),
    }),
    values: {
      id: cityId,
      city: escapeHtml(city),
      key: escapeHtml(statusKey),
      to: escapeHtml(to),
      email: addressParts(email ?? "")
        .map(escapeHtml)
        .join("<wbr/>"),
    },
  };
}

/** Always leads to a page: what is wrong with the code stands in its address. */
export async function postCode(
  locale: Locale,
  form: FormData,
  network: string,
): Promise<FormAnswer> {
  const statusKey = formText(form, "statusKey");
  const withProblem = (problem: string) => ({
    location: sentHref(locale, statusKey, { to: formText(form, "to"), problem }),
  });
  const code = parseCode(formText(form, "code"));
  if (!code) return withProblem("malformed");
  const result = await confirmByCode(statusKey, code, network);
  if (!result.ok) return withProblem(result.reason);
  const done = result.confirmation === "alreadyCounts" ? "alreadyCounted" : "confirmed";
  return { location: `${endorsementHref(locale, result.token)}?done=${done}` };
}
