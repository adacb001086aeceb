import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { SignatoryFilter } from "@/lib/cities/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { compareNames, nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; filter: SignatoryFilter; countryCodes: string[]; years: number[] };

/** A GET form: a search has an address to share, and needs no scripts. */
export function SignatoryFilterForm({ locale, filter, countryCodes, years }: Props) {
  const t = translator(locale, "cities");
  const countries = countryCodes
    .map((code) => ({ code, name: nameOfCountry(locale, code) }))
    .sort((one, other) => compareNames(locale, one.name, other.name));
  return (
    <search aria-label={t("filterLabel")}>
      <form
        method="get"
        action={href(locale, "/cities")}
        className="grid items-end gap-x-6 gap-y-4 rounded-md bg-paper-deep p-5 sm:grid-cols-2 lg:grid-cols-[2fr_1.5fr_1fr_auto]"
      >
        <TextField
          name="query"
          type="search"
          label={t("query")}
          hint={t("queryHint")}
          defaultValue={filter.query}
          maxLength={100}
          autoComplete="off"
        />
        <SelectField name="country" label={t("country")} defaultValue={filter.country}>
          <option value="">{t("anyCountry")}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="year" label={t("year")} defaultValue={filter.year}>
          <option value="">{t("anyYear")}</option>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </SelectField>
        <Button>{t("show")}</Button>
      </form>
    </search>
  );
}
