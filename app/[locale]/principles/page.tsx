import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { PrincipleRow } from "@/components/content/principle-row";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listPrinciples } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "principles");
  return pageMetadata(locale, "/principles", { title: t("title"), description: t("description") });
}

export default async function PrinciplesPage() {
  const locale = await currentLocale();
  const t = translator(locale, "principles");
  const principles = await listPrinciples(locale);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ol>
        {principles.map((principle) => (
          <PrincipleRow
            key={principle.slug}
            principle={principle}
            address={href(locale, `/principles/${principle.slug}`)}
          />
        ))}
      </ol>
      <section className="mt-6 border-t-4 border-ink pt-8">
        <h2>{t("originTitle")}</h2>
        <p className="mt-4 max-w-prose">{t("origin")}</p>
        <p className="mt-6 flex flex-wrap gap-3 print:hidden">
          <ButtonLink href={href(locale, "/declaration")}>{t("readDeclaration")}</ButtonLink>
          <ButtonLink variant="secondary" href={href(locale, "/joining")}>
            {t("forCities")}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}
