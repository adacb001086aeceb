import { isoDay, startOfDay } from "@/lib/durations";
import { endorsementHref } from "@/lib/endorsements/addresses";
import { choices, endings } from "@/lib/endorsements/choices";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { fitsSlot } from "@/lib/i18n/fits-slot";
import { findUnconfirmedByToken, type ResidentsView } from "@/lib/endorsements/resident-queries";
import { isExpired, retainedUntil } from "@/lib/endorsements/retention/retention-periods";
import { escapeHtml } from "@/lib/escape-html";
import { formText } from "@/lib/forms";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";
import type { FormAnswer, PageTemplate, Slot } from "@/lib/process/page-view";

/** The page where a resident confirms, which the link of the email opens. */
export type ConfirmView = {
  page: "confirm";
  token: string;
  endorsement: ResidentsView;
  whereabouts: string;
  /** When it was sent. */
  submitted: string;
};

/** Null where more is to be said than what everybody is asked. */
export async function findConfirmTemplate(
  locale: Locale,
  token: string,
  query: URLSearchParams,
): Promise<PageTemplate | null> {
  const endorsement = query.size === 0 ? await findUnconfirmedByToken(token) : null;
  if (!endorsement || isExpired(endorsement, new Date()) || !endorsement.email) return null;
  const { place, name, email, submittedAt, wantsNews, kind } = endorsement;
  const city = place.city?.name ?? place.name;
  const whereabouts = whereaboutsOf(locale, place);
  const isUsual = endorsement.heldFor.length === 0 && !(kind === "asks" && place.city?.signatory);
  if (!isUsual || ![city, whereabouts, name ?? city].every((text) => fitsSlot(locale, text)))
    return null;
  const until = isoDay(retainedUntil({ ...endorsement, listedAt: null }));
  const shown = [kind, name !== null, wantsNews, endorsement.locale, until];
  return {
    name: JSON.stringify([href(locale, "/endorsements"), ...shown, endorsement.declarationVersion]),
    address: (slot) => endorsementHref(locale, slot("token")),
    view: (slot): ConfirmView => ({
      page: "confirm",
      token: slot("token"),
      endorsement: withoutPerson(endorsement, slot),
      whereabouts: slot("whereabouts"),
      submitted: slot("submitted"),
    }),
    values: {
      token: escapeHtml(token),
      city: escapeHtml(city),
      whereabouts: escapeHtml(whereabouts),
      email: escapeHtml(email),
      name: escapeHtml(name ?? ""),
      submitted: escapeHtml(formatMoment(locale, submittedAt)),
    },
  };
}

/** What is left tells of nobody. */
const withoutPerson = (endorsement: ResidentsView, slot: Slot): ResidentsView => ({
  ...endorsement,
  id: "",
  // Tells only until when it is kept.
  submittedAt: startOfDay(endorsement.submittedAt),
  addressHash: "",
  email: slot("email"),
  name: endorsement.name === null ? null : slot("name"),
  isNamePublic: false,
  place: { ...endorsement.place, name: slot("city"), city: null },
});

export async function postChoice(locale: Locale, form: FormData): Promise<FormAnswer> {
  const token = formText(form, "token");
  const page = endorsementHref(locale, token);
  if (form.has("choice")) {
    const choice = choices.find((name) => name === formText(form, "choice"));
    if (choice) await choose(token, choice);
    return { location: choice ? `${page}?done=${choice}` : page };
  }
  const result = await confirmByLink(token);
  if (!result.ok) return { location: page };
  const done = result.confirmation === "alreadyCounts" ? "alreadyCounted" : "confirmed";
  return { location: `${page}?done=${done}` };
}

export async function postEnding(locale: Locale, form: FormData): Promise<FormAnswer> {
  const token = formText(form, "token");
  const ending = endings.find((name) => name === formText(form, "ending"));
  if (!ending) return { location: endorsementHref(locale, token) };
  await endEndorsement(token, ending);
  return { location: `${href(locale, "/endorsements/ended")}?ending=${ending}` };
}
