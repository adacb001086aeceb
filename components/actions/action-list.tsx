import type { ReactNode } from "react";
import { ActionDate } from "@/components/actions/action-date";
import { ActionStatusMark, ActionStatusSign } from "@/components/actions/action-status";
import { principleColours } from "@/components/content/principle-colours";
import { PrincipleNumber } from "@/components/content/principle-number";
import type { ActionProgress, CityAction } from "@/lib/actions/schema";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  actions: readonly CityAction[];
  /** On a city's own page: leaves out the name of the city. */
  isOfOneCity?: boolean;
};

type ActionProps = { locale: Locale; action: CityAction };

/** Must stand under a heading of the second level. */
export function ActionList({ locale, actions, isOfOneCity = false }: Props) {
  return (
    <ul className="grid gap-x-12 gap-y-9 lg:grid-cols-2">
      {actions.map((action) => (
        <li
          key={action.id}
          id={action.id}
          className={`border-s-8 ps-5 print:break-inside-avoid ${action.principle ? principleColours[action.principle].border : "border-line"}`}
        >
          <Heading locale={locale} action={action} isOfOneCity={isOfOneCity} />
          <p
            className="mt-1 max-w-text whitespace-pre-line"
            {...languageOf(action.textLocale, locale)}
          >
            {action.text}
          </p>
          <Facts locale={locale} action={action} isOfOneCity={isOfOneCity} />
        </li>
      ))}
    </ul>
  );
}

/** Without a title, the heading is the city, or on its own page the area. */
function Heading({ locale, action, isOfOneCity }: ActionProps & { isOfOneCity: boolean }) {
  const { title, textLocale, city } = action;
  if (!title)
    return isOfOneCity ? (
      <h3>
        <Area locale={locale} action={action} />
      </h3>
    ) : (
      <h3 className="font-normal">
        <CityAndCountry locale={locale} city={city} />
      </h3>
    );
  return (
    <>
      {isOfOneCity ? null : (
        <p>
          <CityAndCountry locale={locale} city={city} />
        </p>
      )}
      <h3 {...languageOf(textLocale, locale)}>{title}</h3>
    </>
  );
}

function CityAndCountry({ locale, city }: { locale: Locale; city: CityAction["city"] }) {
  const link = (chunks: ReactNode) => (
    <a href={href(locale, `/cities/${city.slug}`)} className="font-bold">
      <bdi>{chunks}</bdi>
    </a>
  );
  const country = nameOfCountry(locale, city.countryCode);
  return translator(locale, "actions").rich("cityAndCountry", { name: city.name, country, link });
}

function Area({ locale, action: { area, principle } }: ActionProps) {
  return (
    <>
      {principle ? <PrincipleNumber number={principle} /> : null}
      {translator(locale, "actions.areas")(area)}
    </>
  );
}

function Facts({ locale, action, isOfOneCity }: ActionProps & { isOfOneCity: boolean }) {
  const { title, status, date, source, progress } = action;
  const t = translator(locale, "actions");
  const when = () => <ActionDate locale={locale} date={date} />;
  return (
    <>
      <div className="mt-2 flex flex-wrap gap-x-5 text-ink-soft">
        {progress.length > 1 ? (
          <Progress locale={locale} progress={progress} />
        ) : (
          <ActionStatusMark locale={locale} status={status} />
        )}
        {title || !isOfOneCity ? (
          <span>
            <Area locale={locale} action={action} />
          </span>
        ) : null}
      </div>
      <p className="text-ink-soft wrap-anywhere">
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

/** What it was before stands beside what it is. */
function Progress({ locale, progress }: { locale: Locale; progress: readonly ActionProgress[] }) {
  const t = translator(locale, "actions");
  return (
    <ol className="flex flex-wrap gap-x-5">
      {progress.map(({ status, since }) => (
        <li key={since + status}>
          <ActionStatusSign status={status} />
          {t.rich(`since.${status}`, { when: () => <ActionDate locale={locale} date={since} /> })}
        </li>
      ))}
    </ol>
  );
}
