import type { ComponentType } from "react";
import type { LanguageLinkProps } from "@/components/site/language-link-props";
import { Logo } from "@/components/site/logo";
import { Stripe } from "@/components/site/stripe";
import { href } from "@/lib/i18n/href";
import { directionOf, locales, nameOfLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const columns = {
  coalition: ["about", "declaration", "joining", "city-page", "contact"],
  follow: ["actions", "news", "events", "press", "follow", "embed"],
  decide: ["rules", "decisions", "statistics"],
  site: ["open-data", "measured", "privacy", "accessibility"],
} as const;

type Props = {
  locale: Locale;
  /** Leads to the page that is shown in another language; only the app can know which it is. */
  LanguageLink: ComponentType<LanguageLinkProps>;
};

export function SiteFooter({ locale, LanguageLink }: Props) {
  const t = translator(locale, "nav");
  const site = translator(locale, "site");
  return (
    <footer className="mt-16 print:hidden">
      <Stripe />
      <div className="night mx-auto grid max-w-6xl gap-10 px-4 pt-12 pb-16 sm:px-6 lg:grid-cols-[2fr_3fr]">
        <div className="max-w-md space-y-3">
          <Logo className="h-12 w-auto" />
          <p className="pt-3 text-lg font-bold">{site("noTracking")}</p>
          <p className="text-ink-soft">{site("licence")}</p>
        </div>
        <nav
          aria-label={site("footerNavigation")}
          className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-4"
        >
          {Object.entries(columns).map(([column, pages]) => (
            <ul key={column}>
              {pages.map((page) => (
                <li key={page}>
                  <a
                    href={href(locale, `/${page}`)}
                    className="inline-block py-1.5 text-ink no-underline hover:text-ink hover:underline"
                  >
                    {t(page)}
                  </a>
                </li>
              ))}
            </ul>
          ))}
        </nav>
        {locales.length > 1 ? (
          <LanguageLinks current={locale} label={site("languages")} LanguageLink={LanguageLink} />
        ) : null}
      </div>
    </footer>
  );
}

function LanguageLinks({
  current,
  label,
  LanguageLink,
}: {
  current: Locale;
  label: string;
  LanguageLink: Props["LanguageLink"];
}) {
  return (
    <nav aria-label={label} className="lg:col-span-2">
      <ul className="flex flex-wrap gap-x-5">
        {locales.map((locale) => (
          <li key={locale}>
            <LanguageLink
              locale={locale}
              current={current}
              lang={locale}
              dir={directionOf(locale)}
              hrefLang={locale}
              aria-current={locale === current ? "true" : undefined}
              className="inline-block py-1.5"
            >
              {nameOfLocale(locale)}
            </LanguageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
