import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function CalendarLinks({ locale }: { locale: Locale }) {
  const t = translator(locale, "eventCalendar");
  const path = href(locale, "/calendar.ics");
  return (
    <ul className="mb-10 flex flex-wrap gap-x-6 print:hidden">
      <li>
        <a href={(siteUrl() + path).replace(/^https?:/, "webcal:")} className="inline-block py-1">
          {t("subscribe")}
        </a>
      </li>
      <li>
        <a href={path} download className="inline-block py-1">
          {t("download")}
        </a>
      </li>
    </ul>
  );
}
