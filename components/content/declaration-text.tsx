import type { ComponentProps, ReactNode } from "react";
import { Article, Clause, Preamble } from "@/components/content/declaration-article";
import { Prose } from "@/components/content/prose";
import { Mark } from "@/components/site/mark";
import type { Entry } from "@/lib/content/mdx";
import type { Declaration } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const licence = "https://creativecommons.org/licenses/by-sa/4.0/";

type Props = {
  locale: Locale;
  declaration: Entry<Declaration>;
  /** Where it stands alone it says itself whose it is: the page has the site's header for that. */
  letterhead?: ReactNode;
  children?: ReactNode;
};

/** The whole declaration as one document: on its page, on paper and in the PDF. */
export function DeclarationText({ locale, declaration, letterhead, children }: Props) {
  const t = translator(locale, "declaration");
  const { title, version, date } = declaration;
  const NumberedArticle = (article: Omit<ComponentProps<typeof Article>, "label">) => <Article {...article} label={t("article", { number: article.number })} />;
  return (
    <article className="max-w-4xl">
      <header className="mb-10 print:mb-6">
        {letterhead}
        <h1 className="max-w-3xl print:mt-6">{title}</h1>
        <p className="mt-4 text-ink-soft">{t("edition", { version, date: new Date(date) })}</p>
        {children}
      </header>
      <Prose locale={locale} entry={declaration} className="" components={{ Preamble, Article: NumberedArticle, Clause }} />
      <AboutThisText locale={locale} version={version} />
    </article>
  );
}

/** The coalition's mark and name above the text. */
export function Letterhead({ locale }: { locale: Locale }) {
  return (
    <p className="flex items-center gap-3 font-bold">
      <Mark className="h-9 w-auto" />
      {translator(locale, "declaration")("publisher")}
    </p>
  );
}

function AboutThisText({ locale, version }: { locale: Locale; version: string }) {
  const t = translator(locale, "declaration");
  return (
    <section className="mt-14 border-t-4 border-ink pt-5 sm:ps-32 print:mt-8 print:break-inside-avoid print:ps-20 print:text-sm">
      <h2 className="text-xl sm:text-xl print:text-base">{t("aboutTitle")}</h2>
      <div className="mt-3 max-w-text space-y-3 print:space-y-1.5">
        <p>{t("aboutTitles")}</p>
        <p>{t("aboutEdition", { version })}</p>
        <p>{t("aboutCharter")}</p>
        <p>
          {t.rich("aboutLicence", {
            licence: (chunks) => (
              <a href={licence} rel="license">
                {chunks}
              </a>
            ),
          })}
        </p>
      </div>
    </section>
  );
}
