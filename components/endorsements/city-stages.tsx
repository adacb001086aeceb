import type { Stage } from "@/lib/endorsements/city-progress/city-standing";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const stageClasses = {
  present: "border-accent",
  past: "border-ink",
  future: "border-line-soft text-ink-soft",
};

export function CityStages({
  locale,
  city,
  stages,
}: {
  locale: Locale;
  city: string;
  stages: readonly Stage[];
}) {
  const t = translator(locale, "endorsedCities");
  return (
    <section aria-labelledby="way">
      <h2 id="way">{t("standingTitle")}</h2>
      <p className="mt-3 max-w-text">{t("standingLead", { city })}</p>
      <ol className="mt-5 max-w-text">
        {stages.map(({ standing, since, dateKind, isPresent, isPast }) => (
          <li
            key={standing}
            aria-current={isPresent ? "step" : undefined}
            className={`border-s-4 py-2 ps-4 ${stageClasses[isPresent ? "present" : isPast ? "past" : "future"]} ${isPresent ? "bg-notice-soft" : ""}`}
          >
            <p>
              <span className="font-bold">{t(`stages.${standing}`)}</span>
              {isPresent ? (
                <span className="ms-2 rounded-full bg-accent px-2.5 py-0.5 text-sm font-bold text-on-accent">
                  {t("present")}
                </span>
              ) : null}
              {since && (isPresent || isPast) ? (
                <span className="ms-2 text-ink-soft">
                  {t("stageDate", { date: since, kind: dateKind ?? (isPresent ? "since" : "on") })}
                </span>
              ) : null}
            </p>
            <p>{t(`stageTexts.${standing}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
