"use client";

import { useState } from "react";
import { CityCombobox } from "@/components/applications/city-combobox";
import type { FormTexts } from "@/components/applications/form-texts";
import { usePlaces } from "@/components/applications/use-places";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/field";
import { useScripts } from "@/components/ui/use-scripts";
import type { ChosenCity, JoinState } from "@/lib/applications/join-stages";

type Props = {
  state: JoinState;
  texts: FormTexts;
  errors: Readonly<Record<string, string>>;
  contactHref: string;
};

/**
 * Choosing any place of the world: suggestions while typing where scripts run and places can be
 * fetched, else a search and a list.
 */
export function CityFields({ state, texts, errors, contactHref }: Props) {
  const { t, locale } = texts;
  const places = usePlaces(locale);
  const suggests = useScripts() && !places.hasFailed;
  const [picked, setPicked] = useState<ChosenCity | null>(state.city);
  const { search } = state;

  return (
    <>
      <div className="flex max-w-xl flex-wrap items-end gap-x-3 gap-y-2">
        <CityCombobox
          texts={texts}
          error={errors.cityQuery}
          initialQuery={search?.query ?? ""}
          initialCity={search ? null : state.city}
          places={places}
          suggests={suggests}
          onPick={setPicked}
        />
        {suggests ? null : <input type="hidden" name="searchedQuery" value={search?.query ?? ""} />}
        {/* Also beside suggestions: what somebody sees, or is about to press, does not vanish when
            the scripts come. */}
        {suggests && picked ? null : (
          <Button name="intent" value="search" variant="secondary">
            {search ? t("city.searchAgain") : t("city.search")}
          </Button>
        )}
      </div>
      {suggests && picked ? null : (
        <FoundCities state={state} texts={texts} error={errors.cityId} contactHref={contactHref} />
      )}
    </>
  );
}

function FoundCities({
  state: { search, city },
  texts: { t },
  error,
  contactHref,
}: {
  state: JoinState;
  texts: FormTexts;
  error?: string;
  contactHref: string;
}) {
  const cities = search?.found ?? (city ? [city] : []);
  if (search && cities.length === 0)
    return (
      <p role="status">
        {t.rich("city.notFound", { link: (text) => <a href={contactHref}>{text}</a> })}
      </p>
    );
  if (cities.length === 0) return null;
  return (
    <RadioGroup
      name="cityId"
      label={search ? t("city.found", { count: cities.length }) : t("city.chosen")}
      error={error}
      defaultValue={city ? String(city.id) : undefined}
      choices={cities.map(({ id, name, matchedName, whereabouts }) => ({
        value: String(id),
        label: matchedName ? t("withOtherName", { name, other: matchedName }) : name,
        hint: whereabouts,
      }))}
    />
  );
}
