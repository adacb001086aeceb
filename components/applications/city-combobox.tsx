"use client";

import { useCombobox } from "downshift";
import { useEffect, useRef, useState } from "react";
import type { FormTexts } from "@/components/applications/form-texts";
import { controlLook, Field } from "@/components/ui/field";
import type { ChosenCity } from "@/lib/applications/join-stages";

type Props = {
  texts: FormTexts;
  error?: string;
  initialQuery: string;
  initialCity: ChosenCity | null;
  onPick: (city: ChosenCity | null) => void;
  /** The places could not be fetched: the plain search serves instead. */
  onFailure: (query: string) => void;
};

const pauseInMs = 200;
const nameOf = (city: ChosenCity | null): string => (city ? `${city.name}, ${city.whereabouts}` : "");

/** Suggests places while a name is typed. */
export function CityCombobox({ texts, error, initialQuery, initialCity, onPick, onFailure }: Props) {
  const { t, locale } = texts;
  const { found, search } = usePlaces(locale, onFailure);
  const { isOpen, getLabelProps, getMenuProps, getInputProps, getItemProps, highlightedIndex } = useCombobox<ChosenCity>({
    id: "city",
    inputId: "cityQuery",
    items: found,
    itemToString: nameOf,
    initialSelectedItem: initialCity,
    initialInputValue: initialCity ? nameOf(initialCity) : initialQuery,
    onInputValueChange: ({ inputValue, selectedItem }) => {
      const isPicked = selectedItem && inputValue === nameOf(selectedItem);
      onPick(isPicked ? selectedItem : null);
      search(isPicked ? "" : inputValue);
    },
  });
  const isShown = isOpen && found.length > 0;

  return (
    <div className="relative max-w-xl">
      <Field name="cityQuery" label={<span {...getLabelProps({ htmlFor: undefined })}>{t("city.query")}</span>} hint={t("city.queryHint")} error={error}>
        {(control) => (
          // An empty reference, which the library writes where nothing is highlighted, is not valid.
          <input {...getInputProps({ ...control, autoComplete: "off", spellCheck: false })} aria-activedescendant={isShown && highlightedIndex >= 0 ? `city-item-${highlightedIndex}` : undefined} className={controlLook} />
        )}
      </Field>
      <ul
        {...getMenuProps({ "aria-label": t("city.suggestions") })}
        className={isShown ? "absolute inset-x-0 z-10 mt-1 max-h-96 overflow-auto rounded-md border-2 border-line bg-paper shadow-lg" : "hidden"}
      >
        {isShown
          ? found.map((city, index) => (
              <li
                key={city.id}
                {...getItemProps({ item: city, index })}
                className={`min-h-11 cursor-pointer px-3 py-2 ${index === highlightedIndex ? "bg-accent text-on-accent" : ""}`}
              >
                <span className="font-bold">{city.name}</span>
                {city.matchedName ? ` (${city.matchedName})` : ""}, {city.whereabouts}
              </li>
            ))
          : null}
      </ul>
      <p role="status" className="sr-only">
        {isShown ? t("city.suggestionCount", { count: found.length }) : null}
      </p>
    </div>
  );
}

/** Places that begin with what is typed, after a short pause; an answer to what is no longer asked is dropped. */
function usePlaces(locale: string, onFailure: (query: string) => void) {
  const [found, setFound] = useState<ChosenCity[]>([]);
  const asked = useRef<AbortController | null>(null);
  useEffect(() => () => asked.current?.abort(), []);

  const search = (query: string) => {
    asked.current?.abort();
    if (!query.trim()) return setFound([]);
    const controller = new AbortController();
    asked.current = controller;
    const failed = () => {
      if (!controller.signal.aborted) onFailure(query);
    };
    setTimeout(() => {
      if (!controller.signal.aborted) fetchPlaces(query, locale, controller.signal).then(setFound, failed);
    }, pauseInMs);
  };
  return { found, search };
}

async function fetchPlaces(query: string, locale: string, signal: AbortSignal): Promise<ChosenCity[]> {
  const response = await fetch(`/data/places?${new URLSearchParams({ q: query, locale }).toString()}`, { signal });
  if (!response.ok) throw new Error(`The search for places answered ${response.status}.`);
  const { places } = (await response.json()) as { places: ChosenCity[] };
  return places;
}
