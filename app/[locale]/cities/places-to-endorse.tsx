import { FoundPlaces } from "@/components/places/place-search";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { searchPlaces } from "@/lib/places/search";
import { whereaboutsOf } from "@/lib/places/whereabouts";

const maxListed = 5;

/**
 * Where no member goes by a name: the places of that name, each with the form that asks it to join.
 */
export async function PlacesToEndorse({
  locale,
  query,
  isMember,
}: {
  locale: Locale;
  query: string;
  isMember: (placeId: number) => boolean;
}) {
  const t = translator(locale, "cities");
  const found = query
    ? (await searchPlaces(query, maxListed)).filter(({ id }) => !isMember(id))
    : [];
  const places = found.map((place) => ({
    href: `${href(locale, "/endorse/ask")}?city=${place.id}`,
    name: t("askToJoin", { city: place.name }),
    matchedName: null,
    whereabouts: whereaboutsOf(locale, place),
  }));
  return (
    <Notice>
      <p>{t("noneText")}</p>
      {places.length > 0 ? (
        <FoundPlaces places={places} lead={t("placesToEndorse", { count: places.length })} />
      ) : null}
      <p className="pt-2">
        <ButtonLink
          variant={places.length > 0 ? "secondary" : "primary"}
          href={href(locale, "/endorse")}
        >
          {t("endorse")}
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** Below members of that name: a link to other places with the same name. */
export function OtherPlaceToEndorse({ locale, query }: { locale: Locale; query: string }) {
  const address = `${href(locale, "/endorse/ask")}?query=${encodeURIComponent(query)}`;
  return (
    <p className="mt-8">
      <a href={address} className="inline-block py-1">
        {translator(locale, "cities")("otherPlaceToEndorse", { query })}
      </a>
    </p>
  );
}
