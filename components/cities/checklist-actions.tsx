import type { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type NamedAction = {
  area: ChecklistArea;
  status: ActionStatus;
  description: string;
  url: string | null;
};

/** Written out, because Tailwind reads class names and does not compute them. */
const colours: Record<ChecklistArea, string> = {
  institutional: "border-line",
  process: "border-line",
  principle_1: "border-principle-1",
  principle_2: "border-principle-2",
  principle_3: "border-principle-3",
  principle_4: "border-principle-4",
  principle_5: "border-principle-5",
};

/** What a city does for each area of the checklist, in its own words. */
export function ChecklistActions({ locale, actions }: { locale: Locale; actions: NamedAction[] }) {
  const t = translator(locale, "city");
  const areas = translator(locale, "checklist");
  return (
    <ul className="mt-6 space-y-6">
      {actions.map(({ area, status, description, url }) => (
        <li key={area} className={`border-s-8 ps-5 ${colours[area]}`}>
          <h3>{areas(area)}</h3>
          <p className="text-ink-soft">{status === "in_place" ? t("inPlace") : t("planned")}</p>
          <p className="mt-1 whitespace-pre-line">{description}</p>
          {url ? (
            <a href={url} rel="nofollow ugc" className="inline-block py-0.5">
              {t("actionLink", { host: new URL(url).host })}
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
