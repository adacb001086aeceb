import type { ActionProgress, CityAction } from "@/lib/actions/schema";
import type { ActionReport, StoredAction } from "@/lib/cities/page-content";
import { principleOfArea } from "@/lib/content/checklist";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function toCityAction(
  locale: Locale,
  city: CityAction["city"],
  { id, area, title, text, url, reports, ...action }: StoredAction,
): CityAction {
  const latest = latestReport({ reports });
  return {
    id,
    city,
    area,
    principle: principleOfArea[area],
    status: latest.status,
    title,
    text,
    textLocale: action.locale,
    date: latest.date,
    source: { name: nameOfReporter(locale, latest, city.name), url },
    progress: progressOf(reports),
  };
}

export function latestReport({ reports }: Pick<StoredAction, "reports">): ActionReport {
  const latest = reports.at(-1);
  if (!latest) throw new Error("An action without a report.");
  return latest;
}

export function nameOfReporter(locale: Locale, { by, name }: ActionReport, city: string): string {
  if (by === "named") return name ?? "";
  return translator(locale, "actions")(by === "application" ? "namedByCity" : `reporters.${by}`, {
    city,
  });
}

/** Reports that say the same state again say nothing new of it. */
const progressOf = (reports: readonly ActionReport[]): ActionProgress[] =>
  reports
    .filter(({ status }, index) => status !== reports[index - 1]?.status)
    .map(({ status, date }) => ({ status, since: date }));
