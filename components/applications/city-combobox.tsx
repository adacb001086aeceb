"use client";

import { useCombobox } from "downshift";
import { useLayoutEffect, useRef, type InputHTMLAttributes } from "react";
import type { FormTexts } from "@/components/applications/form-texts";
import type { Places } from "@/components/applications/use-places";
import { controlClass, Field } from "@/components/ui/field";
import type { ChosenCity } from "@/lib/applications/join-stages";

type Props = {
  texts: FormTexts;
  error?: string;
  initialQuery: string;
  initialCity: ChosenCity | null;
  places: Places;
  /**
   * Whether places are suggested; else it is a plain field. It is the same one either way, so that
   * nobody who types is interrupted.
   */
  suggests: boolean;
  onPick: (city: ChosenCity | null) => void;
};

/** Suggests places while a name is typed, and posts the one that was picked. */
export function CityCombobox({
  texts,
  error,
  initialQuery,
  initialCity,
  places: { found, search },
  suggests,
  onPick,
}: Props) {
  const { t } = texts;
  const nameOf = (city: ChosenCity | null): string =>
    city ? t("cityAndWhereabouts", { city: city.name, whereabouts: city.whereabouts }) : "";
  const pickedOf = (typed: string, city: ChosenCity | null): ChosenCity | null =>
    city && typed === nameOf(city) ? city : null;
  const input = useRef<HTMLInputElement>(null);
  const {
    isOpen,
    getLabelProps,
    getMenuProps,
    getInputProps,
    getItemProps,
    highlightedIndex,
    inputValue,
    selectedItem,
    setInputValue,
    selectItem,
    openMenu,
  } = useCombobox<ChosenCity>({
    id: "city",
    inputId: "cityQuery",
    items: found,
    itemToString: nameOf,
    initialInputValue: initialQuery,
    onInputValueChange: (change) => {
      const city = pickedOf(change.inputValue, change.selectedItem ?? null);
      onPick(city);
      search(city ? "" : change.inputValue);
    },
  });
  const picked = suggests ? pickedOf(inputValue, selectedItem) : null;
  const isShown = suggests && isOpen && found.length > 0;

  // What was typed before the scripts ran stands in the field alone, and would be lost with the
  // next render.
  useLayoutEffect(() => {
    const typed = input.current?.value ?? "";
    if (typed === "" && initialCity) return selectItem(initialCity);
    if (typed === initialQuery) return;
    setInputValue(typed);
    if (document.activeElement === input.current) openMenu();
  }, [initialQuery, initialCity, selectItem, setInputValue, openMenu]);

  return (
    <div className="relative min-w-[min(14rem,100%)] flex-1">
      <Field
        name="cityQuery"
        label={<span {...getLabelProps({ htmlFor: undefined })}>{t("city.query")}</span>}
        hint={t("city.queryHint")}
        error={error}
      >
        {(control) => {
          const combobox = getInputProps({
            ...control,
            ref: input,
            autoComplete: "off",
            spellCheck: false,
          });
          // An empty reference, which the library writes where nothing is highlighted, is not
          // valid.
          const active =
            isShown && highlightedIndex >= 0 ? `city-item-${highlightedIndex}` : undefined;
          return (
            <input
              {...combobox}
              {...(suggests ? { "aria-activedescendant": active } : plain)}
              className={controlClass}
            />
          );
        }}
      </Field>
      <ul
        {...getMenuProps({ "aria-label": t("city.suggestions") })}
        className={
          isShown
            ? "absolute inset-x-0 z-10 mt-1 max-h-96 overflow-auto rounded-md border-2 border-line bg-paper shadow-lg"
            : "hidden"
        }
      >
        {isShown
          ? found.map((city, index) => (
              <li
                key={city.id}
                {...getItemProps({ item: city, index })}
                className={`min-h-11 cursor-pointer px-3 py-2 ${index === highlightedIndex ? "bg-accent text-on-accent" : ""}`}
              >
                {t.rich("suggestion", {
                  name: city.matchedName
                    ? t("withOtherName", { name: city.name, other: city.matchedName })
                    : city.name,
                  whereabouts: city.whereabouts,
                  strong: (name) => <span className="font-bold">{name}</span>,
                })}
              </li>
            ))
          : null}
      </ul>
      {/* Here and not beside what `onPick` changes, which is drawn a moment later: who presses
          enter twice would post no city. */}
      {picked ? <input type="hidden" name="cityId" value={picked.id} /> : null}
      <p role="status" className="sr-only">
        {isShown ? t("city.suggestionCount", { count: found.length }) : null}
      </p>
    </div>
  );
}

/** Nothing of what tells screen readers of suggestions, where there are none. */
const plain: InputHTMLAttributes<HTMLInputElement> = {
  // Browsers bring back what was typed in it, when one goes back, unless it says "off".
  autoComplete: undefined,
  role: undefined,
  "aria-activedescendant": undefined,
  "aria-autocomplete": undefined,
  "aria-controls": undefined,
  "aria-expanded": undefined,
  "aria-labelledby": undefined,
};
