import { Mark } from "@/components/site/mark";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const pages = ["principles", "cities", "news", "events", "about"] as const;

export function SiteHeader({ locale }: { locale: Locale }) {
  const t = translator(locale, "nav");
  const site = translator(locale, "site");
  return (
    <header className="border-b-2 border-ink print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-4 sm:px-6">
        <a href={href(locale, "/")} className="flex items-center gap-3 text-ink no-underline hover:text-ink hover:underline">
          <Mark className="h-9 w-auto shrink-0" />
          <span className="max-w-56 text-balance leading-tight font-extrabold">{site("name")}</span>
        </a>
        <nav aria-label={site("mainNavigation")}>
          <ul className="flex flex-wrap items-center gap-x-5 gap-y-1">
            {pages.map((page) => (
              <li key={page}>
                <a href={href(locale, `/${page}`)} className="inline-block py-2 font-medium text-ink no-underline hover:text-ink hover:underline">
                  {t(page)}
                </a>
              </li>
            ))}
            <li>
              <a
                href={href(locale, "/endorse")}
                className="inline-block rounded-md border-2 border-ink bg-ink px-4 py-1.5 font-bold text-paper no-underline hover:bg-paper hover:text-ink"
              >
                {t("endorse")}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
