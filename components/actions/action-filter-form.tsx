import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { ActionFacets } from "@/lib/actions/facets";
import type { ActionFilter } from "@/lib/actions/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { compareNames, nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; filter: ActionFilter; facets: ActionFacets };

/** A GET form: each view has an address to share, and needs no scripts. */
export function ActionFilterForm({ locale, filter, facets }: Props) {
  const t = translator(locale, "actions");
  const areas = translator(locale, "actions.areas");
  const statuses = translator(locale, "actions.statuses");
  const byName = (one: Option, other: Option) => compareNames(locale, one.name, other.name);
  return (
    <search aria-label={t("filterLabel")}>
      <form
        method="get"
        action={href(locale, "/actions")}
        className="grid items-end gap-x-6 gap-y-4 rounded-md bg-paper-deep p-5 sm:grid-cols-2 lg:grid-cols-[repeat(4,1fr)_auto]"
      >
        <Choice
          locale={locale}
          name="area"
          label={t("area")}
          any={t("anyArea")}
          chosen={filter.area}
          options={facets.areas.map((area) => ({ ...area, name: areas(area.value) }))}
        />
        <Choice
          locale={locale}
          name="city"
          label={t("city")}
          any={t("anyCity")}
          chosen={filter.city}
          options={facets.cities.toSorted(byName)}
        />
        <Choice
          locale={locale}
          name="country"
          label={t("country")}
          any={t("anyCountry")}
          chosen={filter.country}
          options={facets.countries
            .map((country) => ({ ...country, name: nameOfCountry(locale, country.value) }))
            .sort(byName)}
        />
        <Choice
          locale={locale}
          name="status"
          label={t("status")}
          any={t("anyStatus")}
          chosen={filter.status}
          options={facets.statuses.map((status) => ({ ...status, name: statuses(status.value) }))}
        />
        <Button>{t("show")}</Button>
      </form>
    </search>
  );
}

type Option = { value: string; name: string; actions: number };

function Choice({
  locale,
  name,
  label,
  any,
  chosen,
  options,
}: {
  locale: Locale;
  name: keyof ActionFilter;
  label: string;
  any: string;
  chosen: string | undefined;
  options: Option[];
}) {
  const t = translator(locale, "actions");
  return (
    <SelectField name={name} label={label} defaultValue={chosen}>
      <option value="">{any}</option>
      {options.map(({ value, name: text, actions }) => (
        <option key={value} value={value}>
          {t("option", { name: text, count: actions })}
        </option>
      ))}
    </SelectField>
  );
}
