import { isoDay } from "@/lib/durations";
import type { PublishedDecision } from "@/lib/applications/decision-log/queries";
import type { DecisionInContext } from "@/lib/applications/decision-log/decision-pages";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, nameOfCountry, translator } from "@/lib/i18n/translator";

/** Public decisions, each with an address of its own, and what came before and after it. */
export function DecisionList({
  locale,
  decisions,
}: {
  locale: Locale;
  decisions: readonly DecisionInContext[];
}) {
  return (
    <ol className="max-w-4xl border-t-2 border-ink">
      {decisions.map((decision) => (
        <li
          key={decision.id}
          id={decision.id}
          className="grid gap-x-6 border-b border-line-soft py-4 target:bg-notice-soft sm:grid-cols-[10rem_1fr]"
        >
          <Day locale={locale} date={decision.date} />
          <div>
            <CityName locale={locale} city={decision.city} />
            <What locale={locale} decision={decision} />
            <Context locale={locale} decision={decision} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Day({ locale, date }: { locale: Locale; date: Date }) {
  return (
    <time dateTime={isoDay(date)} className="text-ink-soft">
      {formatter(locale).dateTime(date, { dateStyle: "long" })}
    </time>
  );
}

function CityName({ locale, city }: { locale: Locale; city: PublishedDecision["city"] }) {
  const name = <bdi className="text-lg font-bold">{city.name}</bdi>;
  return (
    <p>
      {city.slug ? <a href={href(locale, `/cities/${city.slug}`)}>{name}</a> : name}{" "}
      <span className="text-ink-soft">{nameOfCountry(locale, city.countryCode)}</span>
    </p>
  );
}

function What({ locale, decision }: { locale: Locale; decision: PublishedDecision }) {
  const t = translator(locale, "decisions");
  const { outcome, reason, cause, correctedFacts, daysTaken } = decision;
  const facts = formatter(locale).list(correctedFacts.map((fact) => t(`facts.${fact}`)));
  return (
    <>
      <p className="font-bold">
        {facts ? t("correctedFacts", { facts }) : t(`outcomes.${outcome}`)}
      </p>
      {reason ? <p>{t(`reasons.${reason}`)}</p> : null}
      {cause ? <p>{t(`causes.${cause}`)}</p> : null}
      {daysTaken === null ? null : (
        <p className="text-ink-soft">{t("daysTaken", { days: daysTaken })}</p>
      )}
    </>
  );
}

function Context({ locale, decision }: { locale: Locale; decision: DecisionInContext }) {
  const t = translator(locale, "decisions");
  const { corrects, correctedBy } = decision;
  return (
    <>
      {corrects ? (
        <p>
          {t.rich("corrects", {
            outcome: t(`outcomes.${corrects.outcome}`),
            date: corrects.date,
            link: (chunks) => <a href={addressOf(locale, corrects)}>{chunks}</a>,
          })}
        </p>
      ) : null}
      {correctedBy.map((later) => (
        <p key={later.id}>
          {t.rich("correctedBy", {
            outcome: t(`outcomes.${later.outcome}`),
            date: later.date,
            link: (chunks) => <a href={addressOf(locale, later)}>{chunks}</a>,
          })}
        </p>
      ))}
    </>
  );
}

/** Lasts: the page of all decisions on a city is never turned by newer ones on others. */
const addressOf = (locale: Locale, { id, city }: PublishedDecision): string =>
  `${href(locale, "/decisions")}?city=${city.cityId}#${id}`;
