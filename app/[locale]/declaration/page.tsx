import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { DeclarationText } from "@/components/content/declaration-text";
import { ButtonLink } from "@/components/ui/button";
import { findDeclarationPdf } from "@/lib/content/declaration-pdf";
import { getCommentary, getDeclaration } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const { title, description } = await getDeclaration(locale);
  return pageMetadata(locale, "/declaration", { title, description });
}

export default async function DeclarationPage() {
  const locale = await currentLocale();
  const t = translator(locale, "declaration");
  const declaration = await getDeclaration(locale);
  const commentary = await getCommentary(locale);
  const pdf = findDeclarationPdf(declaration.locale);
  return (
    <DeclarationText locale={locale} declaration={declaration} commentary={commentary}>
      <p className="mt-6 flex flex-wrap gap-3 print:hidden">
        {pdf ? (
          <ButtonLink href={pdf.address} hrefLang={declaration.locale} type="application/pdf">
            {t("download", { kilobytes: Math.ceil(pdf.bytes / 1000) })}
          </ButtonLink>
        ) : null}
        <ButtonLink variant="secondary" href={href(locale, "/principles")}>
          {t("explained")}
        </ButtonLink>
      </p>
    </DeclarationText>
  );
}
