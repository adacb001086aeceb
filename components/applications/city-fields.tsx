"use client";

import { useSyncExternalStore, useState } from "react";
import { CityCombobox } from "@/components/applications/city-combobox";
import type { FormTexts } from "@/components/applications/form-texts";
import { Button } from "@/components/ui/button";
import { RadioGroup, TextField } from "@/components/ui/field";
import type { ChosenCity, JoinState } from "@/lib/applications/join-stages";

type Props = { state: JoinState; texts: FormTexts; errors: Readonly<Record<string, string>>; contactHref: string };

/** Where scripts run: false on the server and in the first render, which must be the server's. */
const useScripts = () => useSyncExternalStore(neverChanges, () => true, () => false);
const neverChanges = () => () => undefined;

/** Choosing any place of the world: suggestions while typing where scripts run, else a search and a list. */
export function CityFields({ state, texts, errors, contactHref }: Props) {
  const { t } = texts;
  const hasScripts = useScripts();
  const [picked, setPicked] = useState<ChosenCity | null>(state.city);
  const [failedQuery, setFailedQuery] = useState<string | null>(null);
  const { search } = state;
  const suggests = hasScripts && failedQuery === null;

  return (
    <>
      {suggests ? (
        <CityCombobox
          texts={texts}
          error={errors.cityQuery}
          initialQuery={search?.query ?? ""}
          initialCity={search ? null : state.city}
          onPick={setPicked}
          onFailure={setFailedQuery}
        />
      ) : (
        <div className="flex max-w-xl flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-56 flex-1">
            <TextField name="cityQuery" label={t("city.query")} hint={t("city.queryHint")} error={errors.cityQuery} defaultValue={failedQuery ?? search?.query ?? ""} autoComplete="off" spellCheck={false} />
          </div>
          <input type="hidden" name="searchedQuery" value={search?.query ?? ""} />
          <Button name="intent" value="search" look={search ? "secondary" : "primary"}>
            {search ? t("city.searchAgain") : t("city.search")}
          </Button>
        </div>
      )}
      {suggests && picked ? <input type="hidden" name="cityId" value={picked.id} /> : <FoundCities state={state} texts={texts} error={errors.cityId} contactHref={contactHref} />}
    </>
  );
}

function FoundCities({ state: { search, city }, texts: { t }, error, contactHref }: { state: JoinState; texts: FormTexts; error?: string; contactHref: string }) {
  const cities = search?.found ?? (city ? [city] : []);
  if (search && cities.length === 0) return <p role="status">{t.rich("city.notFound", { link: (text) => <a href={contactHref}>{text}</a> })}</p>;
  if (cities.length === 0) return null;
  return (
    <RadioGroup
      name="cityId"
      label={search ? t("city.found", { count: cities.length }) : t("city.chosen")}
      error={error}
      defaultValue={city ? String(city.id) : undefined}
      choices={cities.map(({ id, name, matchedName, whereabouts }) => ({ value: String(id), label: matchedName ? `${name} (${matchedName})` : name, hint: whereabouts }))}
    />
  );
}
