import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const pages = ["declaration", "joining", "press", "contact", "privacy", "accessibility"] as const;

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translator(locale, "nav");
  const site = translator(locale, "site");
  return (
    <footer className="mt-16 border-t border-line-soft bg-paper-deep print:hidden">
      <div className="mx-auto max-w-6xl space-y-6 px-4 py-10 sm:px-6">
        <nav aria-label={site("footerNavigation")}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {pages.map((page) => (
              <li key={page}>
                <a href={href(locale, `/${page}`)} className="inline-block py-1.5">
                  {t(page)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="max-w-2xl text-ink-soft">{site("licence")}</p>
        <p className="max-w-2xl text-ink-soft">{site("noTracking")}</p>
      </div>
    </footer>
  );
}
