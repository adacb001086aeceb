import type { ComponentProps, ReactNode } from "react";
import {
  Article,
  Clause,
  Preamble,
  SignedPrinciple,
} from "@/components/content/declaration-article";
import { Prose } from "@/components/content/prose";
import type { Entry } from "@/lib/content/mdx";
import type { Commentary, Declaration, Principle } from "@/lib/content/schema";
import { directionOf, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const licence = "https://creativecommons.org/licenses/by-sa/4.0/";

type Texts = { locale: Locale; declaration: Entry<Declaration>; commentary: Entry<Commentary> };

type Props = Texts & {
  /** Who signed it, between what they signed and the commentary. */
  children?: ReactNode;
};

/**
 * What cities have signed, and below it, set apart, what this site says about it: on its page and
 * on paper.
 */
export function DeclarationText({ locale, declaration, commentary, children }: Props) {
  return (
    <article>
      <header>
        <h1 className="max-w-5xl text-display print:mt-6 print:text-3xl">{declaration.title}</h1>
      </header>
      <SignedText locale={locale} declaration={declaration} />
      {children}
      <CommentaryText locale={locale} declaration={declaration} commentary={commentary} />
      <AboutThisText locale={locale} />
    </article>
  );
}

function SignedText({ locale, declaration }: Pick<Texts, "locale" | "declaration">) {
  const t = translator(locale, "declaration");
  const { version, date, principles } = declaration;
  const isForeign = declaration.locale !== locale;
  return (
    <section aria-labelledby="signed" className="mt-10 print:mt-6">
      <h2 id="signed">{t("signedTitle")}</h2>
      <p className="mt-3 max-w-text text-ink-soft">
        {t("signedText", { version, date: new Date(date) })}
      </p>
      <ol
        role="list"
        className="mt-10 print:mt-4"
        lang={isForeign ? declaration.locale : undefined}
        dir={isForeign ? directionOf(declaration.locale) : undefined}
      >
        {principles.map((title, index) => (
          <SignedPrinciple key={title} number={(index + 1) as Principle["number"]} title={title} />
        ))}
      </ol>
    </section>
  );
}

function CommentaryText({ locale, declaration, commentary }: Texts) {
  const t = translator(locale, "declaration");
  const { title, version, date } = commentary;
  const TitledArticle = (article: Omit<ComponentProps<typeof Article>, "label" | "title">) => (
    <Article
      {...article}
      label={t("article", { number: article.number })}
      title={declaration.principles[article.number - 1] ?? ""}
    />
  );
  return (
    <section
      aria-labelledby="commentary"
      className="mt-20 max-w-4xl border-t-4 border-ink pt-8 print:mt-10"
    >
      <h2 id="commentary">{title}</h2>
      <p className="mt-3 mb-8 max-w-text text-ink-soft">
        {t("commentaryText", { version, date: new Date(date) })}
      </p>
      <Prose
        locale={locale}
        entry={commentary}
        className=""
        components={{ Preamble, Article: TitledArticle, Clause }}
      />
    </section>
  );
}

function AboutThisText({ locale }: { locale: Locale }) {
  const t = translator(locale, "declaration");
  return (
    <section className="mt-14 max-w-4xl border-t-4 border-ink pt-5 sm:ps-32 print:mt-8 print:break-inside-avoid print:ps-20 print:text-sm">
      <h2 className="text-xl sm:text-xl print:text-base">{t("aboutTitle")}</h2>
      <div className="mt-3 max-w-text space-y-3 print:space-y-1.5">
        <p>{t("aboutSigned")}</p>
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
