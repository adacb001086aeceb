import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { EndorsedCitiesFilter } from "@/lib/endorsements/city-progress/endorsed-cities-filter";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { compareNames, nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  filter: EndorsedCitiesFilter;
  countries: { code: string; cities: number }[];
  /** Of the country that is chosen. */
  regions: { name: string; cities: number }[];
};

/** A GET form, which needs no scripts. The regions are those of the chosen country. */
export function EndorsedCitiesFilterForm({ locale, filter, countries, regions }: Props) {
  const t = translator(locale, "endorsedCities");
  const named = countries
    .map(({ code, cities }) => ({ code, cities, country: nameOfCountry(locale, code) }))
    .sort((one, other) => compareNames(locale, one.country, other.country));
  return (
    <search aria-label={t("filterLabel")}>
      <form
        method="get"
        action={href(locale, "/asked")}
        className="flex flex-wrap items-end gap-x-6 gap-y-4 rounded-md bg-paper-deep p-5"
      >
        <div className="min-w-0 grow sm:max-w-sm">
          <SelectField name="country" label={t("country")} defaultValue={filter.country}>
            <option value="">{t("anyCountry")}</option>
            {named.map(({ code, country, cities }) => (
              <option key={code} value={code}>
                {t("areaOption", { area: country, cities })}
              </option>
            ))}
          </SelectField>
        </div>
        {regions.length > 0 ? (
          <div className="min-w-0 grow sm:max-w-sm">
            <SelectField name="region" label={t("region")} defaultValue={filter.region}>
              <option value="">{t("anyRegion")}</option>
              {regions
                .toSorted((one, other) => compareNames(locale, one.name, other.name))
                .map(({ name, cities }) => (
                  <option key={name} value={name}>
                    {t("areaOption", { area: name, cities })}
                  </option>
                ))}
            </SelectField>
          </div>
        ) : null}
        <Button>{t("show")}</Button>
      </form>
    </search>
  );
}
