import type { Metadata } from "next";
import { cache, type ReactNode } from "react";
import { EndorsementForm } from "@/app/[locale]/endorse/ask/endorsement-form";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata, titlesOfForm } from "@/app/[locale]/metadata";
import { KeptNote } from "@/components/endorsements/kept-note";
import { Statement } from "@/components/endorsements/statement";
import { FoundPlaces, PlaceSearch } from "@/components/places/place-search";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getDeclaration } from "@/lib/content/queries";
import { proofScript } from "@/lib/endorsements/endorsement-form";
import {
  findPlaceToEndorse,
  newForm,
  type EndorsementFormView,
  type PlaceToEndorse,
} from "@/lib/endorsements/pages/form-page";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { placesDataDate } from "@/lib/places/data-date";
import { searchPlaces, type FoundPlace } from "@/lib/places/search";
import { whereaboutsOf } from "@/lib/places/whereabouts";
import { pageView } from "@/lib/process/page-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const findPlaceOnce = cache(findPlaceToEndorse);
const viewOfForm = () => pageView<EndorsementFormView>("form");

async function parseQuery(locale: Locale, { searchParams }: Props) {
  const { city, query } = await searchParams;
  const place = viewOfForm()?.place ?? (await findPlaceOnce(locale, city));
  return {
    place,
    isUnknown: city !== undefined && !place,
    query: typeof query === "string" ? query.slice(0, 200).trim() : "",
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "endorseForm");
  const { place, query } = await parseQuery(locale, props);
  const title = place ? titleOf(locale, place) : query ? t("titleOfSearch", { query }) : t("title");
  const metadata = pageMetadata(locale, "/endorse/ask", { title, description: t("description") });
  // The form of a city names its page itself, with errors or without.
  return place ? { ...metadata, title: null, robots: { index: false } } : metadata;
}

const titleOf = (locale: Locale, { publicName, kind, whereabouts }: PlaceToEndorse): string =>
  translator(locale, "endorseForm")("metaTitleOf", { city: publicName, kind, whereabouts });

/**
 * The form for a city, or the search for one. Every link of it works without scripts, as every page
 * of the site does.
 */
export default async function EndorsementFormPage(props: Props) {
  const locale = await currentLocale();
  const { place, isUnknown, query } = await parseQuery(locale, props);
  return place ? (
    <FormOfCity locale={locale} place={place} />
  ) : (
    <ChooseCity locale={locale} query={query} isUnknown={isUnknown} />
  );
}

function ChooseCity({
  locale,
  query,
  isUnknown,
}: {
  locale: Locale;
  query: string;
  isUnknown: boolean;
}) {
  const t = translator(locale, "endorseForm");
  const action = href(locale, "/endorse/ask");
  const linkTo = (path: `/${string}`) => (chunks: ReactNode) => (
    <a href={href(locale, path)}>{chunks}</a>
  );
  return (
    <>
      <PageHeader breadcrumbs={<Way locale={locale} />} title={t("title")} lead={t("lead")} />
      <div className="max-w-2xl space-y-8">
        {isUnknown ? (
          <Notice variant="warning">
            <p>{t("unknownCity")}</p>
          </Notice>
        ) : null}
        <PlaceSearch
          action={action}
          query={query}
          texts={{ label: t("query"), hint: t("queryHint"), search: t("search") }}
        />
        {query ? (
          <Found
            locale={locale}
            query={query}
            action={action}
            notFound={t.rich("notFound", { link: linkTo("/contact") })}
          />
        ) : null}
        <p>{t.rich("also", { asked: linkTo("/asked"), letter: linkTo("/endorse#resident") })}</p>
      </div>
    </>
  );
}

async function Found({
  locale,
  query,
  action,
  notFound,
}: {
  locale: Locale;
  query: string;
  action: string;
  notFound: ReactNode;
}) {
  const t = translator(locale, "endorseForm");
  const found = await searchPlaces(query);
  const tPlaces = translator(locale, "places");
  const nameOf = ({ name, matchedName }: FoundPlace) =>
    matchedName ? tPlaces("withOtherName", { name, other: matchedName }) : name;
  const places = found.map((place) => ({
    href: `${action}?city=${place.id}`,
    name: nameOf(place),
    whereabouts: describe(locale, place, found),
  }));
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t("found", { count: places.length })}</h2>
      {places.length > 0 ? (
        <FoundPlaces places={places} lead={t("choose")} />
      ) : (
        <p className="mt-2">{notFound}</p>
      )}
      {found.some((place) => isAmbiguous(locale, place, found)) ? (
        <p className="mt-4 text-ink-soft">{t("populationSource", { date: placesDataDate })}</p>
      ) : null}
    </section>
  );
}

/**
 * Where a place is; of two places of one name in one region also how large, since nothing else
 * tells them apart.
 */
function describe(locale: Locale, place: FoundPlace, found: FoundPlace[]): string {
  const whereabouts = whereaboutsOf(locale, place);
  return isAmbiguous(locale, place, found)
    ? translator(locale, "endorseForm")("whereaboutsAndSize", {
        whereabouts,
        population: place.population,
      })
    : whereabouts;
}

const isAmbiguous = (locale: Locale, place: FoundPlace, found: FoundPlace[]): boolean =>
  found.some(
    (other) =>
      other.id !== place.id &&
      other.name === place.name &&
      whereaboutsOf(locale, other) === whereaboutsOf(locale, place),
  );

async function FormOfCity({ locale, place }: { locale: Locale; place: PlaceToEndorse }) {
  const t = translator(locale, "endorseForm");
  const { version } = await getDeclaration(locale);
  const about = { city: place.publicName, kind: place.kind };
  const texts = {
    summaryTitle: t("errors.summaryTitle"),
    email: t("email"),
    emailHint: t("emailHint"),
    name: t("name"),
    nameHint: t("nameHint"),
    isNamePublic: t("isNamePublic", about),
    wantsNews: t("wantsNews"),
    wantsNewsHint: t("wantsNewsHint"),
    trap: t("trap"),
    send: t("send", about),
    proof: {
      why: t("proof.why"),
      working: t("proof.working"),
      waiting: t("proof.waiting"),
      done: t("proof.done"),
      failed: t("proof.failed"),
    },
  };
  const state = viewOfForm()?.form ?? (await newForm());
  return (
    <>
      <PageHeader
        breadcrumbs={<Way locale={locale} />}
        eyebrow={place.whereabouts}
        title={t("titleOf", about)}
        lead={place.kind === "thanks" ? t("leadThanks", about) : t("leadAsks")}
      />
      <div className="max-w-2xl space-y-8">
        <p>
          <a href={href(locale, "/endorse/ask")}>{t("otherCity")}</a>
        </p>
        <EndorsementForm
          locale={locale}
          cityId={place.id}
          state={state}
          texts={texts}
          titles={titlesOfForm(locale, titleOf(locale, place))}
        >
          <Statement locale={locale} {...about} version={version} />
        </EndorsementForm>
        {state.challenge ? <script src={proofScript} defer /> : null}
        <KeptNote locale={locale} />
      </div>
    </>
  );
}

function Way({ locale }: { locale: Locale }) {
  return (
    <Breadcrumbs
      label={translator(locale, "site")("breadcrumbs")}
      links={[{ href: href(locale, "/endorse"), text: translator(locale, "nav")("endorse") }]}
    />
  );
}
