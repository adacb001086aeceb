import { randomUUID } from "node:crypto";
import type { SubmissionRefusalReason } from "@/lib/applications/submit-commands";
import type { PostedForm } from "@/lib/applications/join-form";
import { emptyAnswers } from "@/lib/applications/fields";
import type { ChosenCity, JoinErrors, JoinState, Stage } from "@/lib/applications/join-stages";
import { findKnownCity, findStanding } from "@/lib/applications/queries";
import type { SavedContent } from "@/lib/applications/saved-forms/saved-form";
import { citySchema } from "@/lib/applications/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { findPlace, searchPlaces, type FoundPlace } from "@/lib/places/search";
import { whereaboutsOf } from "@/lib/places/whereabouts";

export const newJoinState = (): JoinState => ({
  stage: "city",
  answers: emptyAnswers,
  errors: {},
  refusal: null,
  city: null,
  search: null,
  submissionKey: randomUUID(),
  later: null,
  submittedHref: null,
  attempt: 0,
});

type ShownForm = Pick<PostedForm, "answers" | "submissionKey">;

/** The most places of one name on offer; the most populous come first. */
const maxListed = 10;

/** A city that cannot apply is refused at once, at whichever step it was posted. */
export async function showStage(
  locale: Locale,
  posted: ShownForm,
  stage: Stage,
  errors: JoinErrors,
): Promise<JoinState> {
  const { cityId } = citySchema.safeParse(posted.answers).data ?? {};
  if (cityId === undefined) return stateOf(posted, { stage, errors });
  const place = await findPlace(cityId);
  if (!place) return refuse(locale, posted, "unknownCity");
  const standing = await findStanding(cityId);
  return standing === "free"
    ? stateOf(posted, { stage, errors, city: chosen(locale, place) })
    : refuse(locale, posted, standing);
}

export async function showFound(
  locale: Locale,
  posted: PostedForm,
  query: string,
  mustChoose: boolean,
): Promise<JoinState> {
  const found = (await searchPlaces(query, maxListed)).map((place) => chosen(locale, place));
  const city = found.find(({ id }) => String(id) === posted.answers.cityId) ?? null;
  const errors: JoinErrors = mustChoose && found.length > 0 ? { cityId: "cityMissing" } : {};
  return stateOf(posted, { stage: "city", errors, city, search: { query, found } });
}

export async function showLater(
  locale: Locale,
  posted: PostedForm,
  errors: JoinErrors = {},
): Promise<JoinState> {
  const state = await showStage(locale, posted, posted.stage, errors);
  const email = posted.laterEmail || posted.answers.contactEmail;
  return state.refusal ? state : { ...state, later: { email } };
}

/** The form as it was saved, on whichever device it is opened. */
export async function showSaved(
  locale: Locale,
  saved: SavedContent & { submissionKey: string },
): Promise<JoinState> {
  return showStage(locale, saved, saved.stage, {});
}

export async function refuse(
  locale: Locale,
  posted: ShownForm,
  reason: SubmissionRefusalReason,
): Promise<JoinState> {
  const { cityId = 0 } = citySchema.safeParse(posted.answers).data ?? {};
  const place = await findPlace(cityId);
  const city = await findKnownCity(cityId);
  const shown = {
    kind: reason,
    cityName: city?.name ?? place?.name ?? "",
    cityHref: city ? href(locale, `/cities/${city.slug}`) : "",
  };
  // The city is not the reason: keep the answers, so that they can be submitted later.
  if (reason.startsWith("tooMany"))
    return stateOf(posted, {
      stage: "check",
      refusal: shown,
      city: place && chosen(locale, place),
    });
  return {
    ...stateOf(posted, { stage: "city", refusal: shown }),
    answers: { ...posted.answers, cityId: "" },
  };
}

function stateOf(
  { answers, submissionKey }: ShownForm,
  shown: { stage: Stage } & Partial<JoinState>,
): JoinState {
  return { ...newJoinState(), answers, submissionKey: submissionKey || randomUUID(), ...shown };
}

const chosen = (locale: Locale, place: FoundPlace): ChosenCity => ({
  id: place.id,
  name: place.name,
  whereabouts: whereaboutsOf(locale, place),
  matchedName: place.matchedName,
});
