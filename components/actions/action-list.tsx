import type { ReactNode } from "react";
import { ActionDate } from "@/components/actions/action-date";
import { ActionStatusMark } from "@/components/actions/action-status";
import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import type { CityAction } from "@/lib/actions/schema";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  actions: readonly CityAction[];
  /** On a city's own page nobody needs to be told which city it is. */
  isOfOneCity?: boolean;
};

/** Actions with all that is known of each. They stand under a heading of the second level. */
export function ActionList({ locale, actions, isOfOneCity = false }: Props) {
  return (
    <ul className="grid gap-x-12 gap-y-9 lg:grid-cols-2">
      {actions.map((action) => (
        <li
          key={action.id}
          id={action.id}
          className={`border-s-8 ps-5 print:break-inside-avoid ${action.principle ? principleColours[action.principle].border : "border-line"}`}
        >
          {isOfOneCity ? null : <CityLine locale={locale} city={action.city} />}
          <Action locale={locale} action={action} />
        </li>
      ))}
    </ul>
  );
}

function CityLine({ locale, city }: { locale: Locale; city: CityAction["city"] }) {
  const link = (chunks: ReactNode) => (
    <a href={href(locale, `/cities/${city.slug}`)} className="font-bold">
      <bdi>{chunks}</bdi>
    </a>
  );
  return (
    <p>
      {translator(locale, "actions").rich("cityAndCountry", {
        name: city.name,
        country: nameOfCountry(locale, city.countryCode),
        link,
      })}
    </p>
  );
}

function Action({ locale, action }: { locale: Locale; action: CityAction }) {
  const { area, principle, status, title, text, textLocale, date, source } = action;
  const t = translator(locale, "actions");
  const areaName = translator(locale, "actions.areas")(area);
  const when = () => <ActionDate locale={locale} date={date} />;
  const language = languageOf(textLocale, locale);
  return (
    <>
      <h3 {...(title ? language : {})}>{title ?? areaName}</h3>
      <p className="mt-1 max-w-text whitespace-pre-line" {...language}>
        {text}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-5 text-ink-soft">
        <ActionStatusMark locale={locale} status={status} />
        {title ? (
          <span>
            {principle ? <PrincipleNumber number={principle} /> : null}
            {areaName}
          </span>
        ) : null}
      </p>
      <p className="text-ink-soft">
        {t.rich("reported", { source: source.name, when })}{" "}
        {source.url ? (
          <a href={source.url} rel="nofollow ugc" className="inline-block py-0.5">
            {t("readMore", { host: new URL(source.url).host })}
          </a>
        ) : null}
      </p>
    </>
  );
}
