import { Mark } from "@/components/site/mark";
import { Stripe } from "@/components/site/stripe";
import { href } from "@/lib/i18n/href";
import { locales, nameOfLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const columns = {
  coalition: ["about", "declaration", "joining", "contact"],
  follow: ["news", "events", "press"],
  site: ["privacy", "accessibility"],
} as const;

export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translator(locale, "nav");
  const site = translator(locale, "site");
  return (
    <footer className="mt-16 print:hidden">
      <Stripe />
      <div className="night mx-auto grid max-w-6xl gap-10 px-4 pt-12 pb-16 sm:px-6 lg:grid-cols-[2fr_3fr]">
        <div className="max-w-md space-y-3">
          <Mark className="h-12 w-auto" />
          <p className="pt-3 text-lg font-bold">{site("noTracking")}</p>
          <p className="text-ink-soft">{site("licence")}</p>
        </div>
        <nav aria-label={site("footerNavigation")} className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-4">
          {Object.entries(columns).map(([column, pages]) => (
            <ul key={column}>
              {pages.map((page) => (
                <li key={page}>
                  <a href={href(locale, `/${page}`)} className="inline-block py-1.5 text-ink no-underline hover:text-ink hover:underline">
                    {t(page)}
                  </a>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        {locales.length > 1 ? <LanguageLinks current={locale} label={site("languages")} /> : null}
      </div>
    </footer>
  );
}

function LanguageLinks({ current, label }: { current: Locale; label: string }) {
  return (
    <nav aria-label={label} className="lg:col-span-2">
      <ul className="flex flex-wrap gap-x-5">
        {locales.map((locale) => (
          <li key={locale}>
            <a href={href(locale, "/")} lang={locale} hrefLang={locale} aria-current={locale === current ? "true" : undefined} className="inline-block py-1.5">
              {nameOfLocale(locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
