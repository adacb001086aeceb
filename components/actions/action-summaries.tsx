import { ActionDate } from "@/components/actions/action-date";
import { ActionStatusMark } from "@/components/actions/action-status";
import { principleColours } from "@/components/content/principle-colours";
import { actionPath } from "@/lib/actions/action-path";
import type { CityAction } from "@/lib/actions/schema";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";

/** A few actions side by side, each leading to where it stands on its city's page. */
export function ActionSummaries({
  locale,
  actions,
}: {
  locale: Locale;
  actions: readonly CityAction[];
}) {
  return (
    <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {actions.map((action) => (
        <li
          key={action.id}
          className={`border-t-6 pt-4 print:break-inside-avoid ${action.principle ? principleColours[action.principle].border : "border-line"}`}
        >
          <ActionSummary locale={locale} action={action} />
        </li>
      ))}
    </ul>
  );
}

function ActionSummary({ locale, action }: { locale: Locale; action: CityAction }) {
  const { city, title, text, textLocale, status, date } = action;
  const language = languageOf(textLocale, locale);
  return (
    <>
      {title ? (
        <p className="font-bold">
          <bdi>{city.name}</bdi>
        </p>
      ) : null}
      <h3 {...(title ? language : {})}>
        <a href={href(locale, actionPath(action))}>
          <bdi>{title ?? city.name}</bdi>
        </a>
      </h3>
      <p className="mt-2" {...language}>
        {text}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-5 text-ink-soft">
        <ActionStatusMark locale={locale} status={status} />
        <ActionDate locale={locale} date={date} />
      </p>
    </>
  );
}
