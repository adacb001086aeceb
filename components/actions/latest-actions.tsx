import { ActionSummaries } from "@/components/actions/action-summaries";
import type { CityAction } from "@/lib/actions/schema";
import { variedFirst } from "@/lib/actions/varied-first";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const shown = 3;

/** @param actions all of them, newest first */
export function LatestActions({
  locale,
  actions,
}: {
  locale: Locale;
  actions: readonly CityAction[];
}) {
  if (actions.length === 0) return null;
  const t = translator(locale, "actions");
  return (
    <section aria-labelledby="actions">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="actions" className="sm:text-3xl">
          {t("title")}
        </h2>
        <a href={href(locale, "/actions")} className="py-1 font-bold">
          {t("seeAll", { count: actions.length })}
        </a>
      </div>
      <ActionSummaries locale={locale} actions={variedFirst(actions, shown)} />
    </section>
  );
}
