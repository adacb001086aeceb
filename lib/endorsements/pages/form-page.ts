import { LRUCache } from "lru-cache";
import { getDeclaration } from "@/lib/content/queries";
import { sealForm, verifySeal } from "@/lib/endorsements/abuse/form-seal";
import { isSolved, openForm } from "@/lib/endorsements/abuse/proof-of-work";
import { endorseHref, sentHref } from "@/lib/endorsements/addresses";
import { submitEndorsement } from "@/lib/endorsements/commands";
import {
  maxLength,
  trapField,
  type EndorsementFormState,
} from "@/lib/endorsements/endorsement-form";
import { fitsSlot } from "@/lib/i18n/fits-slot";
import { findEndorsablePlace } from "@/lib/endorsements/queries";
import { cityIdSchema, endorsementSchema, errorsOf, suspicionsOf } from "@/lib/endorsements/schema";
import { sealAddress } from "@/lib/endorsements/sealed-address";
import { readEnv } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import { formText } from "@/lib/forms";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";
import type { FormAnswer, PageTemplate } from "@/lib/process/page-view";
import { knownSiteVersion } from "@/lib/site-version";
import type { EndorsementKind } from "@/prisma/generated/enums";

/** As the form shows it. */
export type PlaceToEndorse = {
  id: string;
  publicName: string;
  whereabouts: string;
  kind: EndorsementKind;
};

export type EndorsementFormView = {
  page: "form";
  place: PlaceToEndorse;
  form: EndorsementFormState;
};

type PageRequest = { locale: Locale; query: URLSearchParams; address: string };
type KnownPlace = { place: PlaceToEndorse | null; version: string | null };

const knownPlaces = new LRUCache<string, KnownPlace>({ max: 5_000 });

/** Of a city that has been asked for since the site last changed in more than its numbers. */
export function recallFormTemplate(request: PageRequest): PageTemplate | null {
  const known = knownPlaces.get(keyOf(request));
  const isFresh = known?.version === knownSiteVersion().contentVersion;
  return known && isFresh ? templateOf(request, known.place) : null;
}

/** Null where the form differs between visitors in more than its seal. */
export async function findFormTemplate(request: PageRequest): Promise<PageTemplate | null> {
  const { contentVersion: version } = knownSiteVersion();
  const place = await findPlaceToEndorse(request.locale, request.query.get("city"));
  knownPlaces.set(keyOf(request), { place, version });
  return templateOf(request, place);
}

const keyOf = ({ locale, query }: PageRequest): string =>
  `${locale} ${(query.get("city") ?? "").slice(0, 20)}`;

const emptyValues = { email: "", name: "", isNamePublic: false, wantsNews: false };

function templateOf(
  { locale, address }: PageRequest,
  place: PlaceToEndorse | null,
): PageTemplate | null {
  // The search, which is the same for everybody.
  if (!place) return { name: address, address: () => address, values: {} };
  if (readEnv().UNDER_ATTACK === "proof") return null;
  const { id, publicName, whereabouts, kind } = place;
  const fits = fitsSlot(locale, publicName) && fitsSlot(locale, whereabouts);
  return {
    name: `${endorseHref(locale, fits ? "" : id)} ${kind}`,
    address: (slot) => endorseHref(locale, fits ? slot("city") : id),
    view: (slot): EndorsementFormView => ({
      page: "form",
      place: fits
        ? { id: slot("city"), publicName: slot("name"), whereabouts: slot("whereabouts"), kind }
        : place,
      form: { values: emptyValues, fieldErrors: {}, seal: slot("seal") },
    }),
    values: {
      city: id,
      name: escapeHtml(publicName),
      whereabouts: escapeHtml(whereabouts),
      seal: sealForm(),
    },
  };
}

/** @param cityId as it stands in an address or a form */
export async function findPlaceToEndorse(
  locale: Locale,
  cityId: unknown,
): Promise<PlaceToEndorse | null> {
  const id = cityIdSchema.safeParse(cityId).data;
  const place = id ? await findEndorsablePlace(id) : null;
  return (
    place && {
      id: String(place.id),
      publicName: place.publicName,
      whereabouts: whereaboutsOf(locale, place),
      kind: place.kind,
    }
  );
}

export const newForm = async (): Promise<EndorsementFormState> => ({
  values: emptyValues,
  fieldErrors: {},
  ...(await openForm()),
});

/** Leads to the page that takes the code, or gives the form with what is wrong in it. */
export async function postEndorsement(
  locale: Locale,
  form: FormData,
  network: string,
): Promise<FormAnswer> {
  const t = translator(locale, "endorseForm.errors");
  const values = {
    email: formText(form, "email"),
    name: formText(form, "name"),
    isNamePublic: form.has("isNamePublic"),
    wantsNews: form.has("wantsNews"),
  };
  const seal = formText(form, "seal");
  const { UNDER_ATTACK: underAttack } = readEnv();
  const challenge = underAttack === "proof" ? formText(form, "challenge") : "";
  const withErrors = async (state: Partial<EndorsementFormState>): Promise<FormAnswer> => {
    const place = await findPlaceToEndorse(locale, formText(form, "cityId"));
    if (!place) return { location: endorseHref(locale, 0) };
    const answered = { values, seal, challenge, fieldErrors: {}, ...state };
    return { view: { page: "form", place, form: answered } satisfies EndorsementFormView };
  };

  const endorsement = endorsementSchema.safeParse(values);
  if (!endorsement.success) {
    const errors = errorsOf(endorsement.error).map(
      ([field, key]) => [field, t(key, { max: maxLength[field] })] as const,
    );
    return withErrors({ fieldErrors: Object.fromEntries(errors) });
  }
  const opened = verifySeal(seal);
  if (!opened) return withErrors({ ...(await openForm()), formError: t("formTooOld") });

  const cityId = cityIdSchema.safeParse(formText(form, "cityId")).data ?? 0;
  const { version: declarationVersion } = await getDeclaration(locale);
  const isProven =
    challenge !== "" && (await isSolved(seal, { challenge, solution: formText(form, "solution") }));
  const suspicions = suspicionsOf({
    honeypot: formText(form, trapField) !== "",
    too_fast: opened.isTooFast,
    under_attack: underAttack === "hold",
    no_proof: underAttack === "proof" && !isProven,
  });
  const provenUntil = isProven ? opened.expiresAt : undefined;
  const result = await submitEndorsement(
    { ...endorsement.data, cityId, locale, declarationVersion },
    { formKey: opened.key, network, suspicions, provenUntil },
  );
  if (result.ok) {
    const { statusKey } = result;
    return {
      location: sentHref(locale, statusKey, { to: sealAddress(endorsement.data.email, statusKey) }),
    };
  }
  if (result.reason === "unknownCity") return { location: endorseHref(locale, 0) };
  return withErrors({ formError: t(result.reason) });
}
