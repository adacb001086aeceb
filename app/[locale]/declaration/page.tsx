import type { Metadata } from "next";
import { SignedBy } from "@/app/[locale]/declaration/signed-by";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { DeclarationText } from "@/components/content/declaration-text";
import { ButtonLink } from "@/components/ui/button";
import { findDeclarationPoster } from "@/lib/cities/declaration-poster";
import { listSignatories } from "@/lib/cities/queries";
import { findDeclarationPdf } from "@/lib/content/declaration-pdf";
import { getCommentary, getDeclaration } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const { title, description } = await getDeclaration(locale);
  return pageMetadata(locale, "/declaration", { title, description });
}

export default async function DeclarationPage() {
  const locale = await currentLocale();
  const declaration = await getDeclaration(locale);
  const commentary = await getCommentary(locale);
  return (
    <DeclarationText locale={locale} declaration={declaration} commentary={commentary}>
      <Downloads locale={locale} languageOfText={declaration.locale} />
      <SignedBy locale={locale} signatories={await listSignatories({}, locale)} />
    </DeclarationText>
  );
}

type DownloadsProps = { locale: Locale; languageOfText: Locale };

async function Downloads({ locale, languageOfText }: DownloadsProps) {
  const t = translator(locale, "declaration");
  const kilobytes = (bytes: number) => Math.ceil(bytes / 1000);
  const document = findDeclarationPdf(languageOfText);
  const poster = await findDeclarationPoster(languageOfText);
  const file = { hrefLang: languageOfText, type: "application/pdf" };
  return (
    <p className="flex flex-wrap gap-3 print:hidden">
      {poster ? (
        <ButtonLink href={`/data/declaration/${languageOfText}/poster.pdf`} {...file}>
          {translator(locale, "declarationPage")("poster", {
            kilobytes: kilobytes(poster.pdf.length),
          })}
        </ButtonLink>
      ) : null}
      {document ? (
        <ButtonLink variant="secondary" href={document.address} {...file}>
          {t("download", { kilobytes: kilobytes(document.bytes) })}
        </ButtonLink>
      ) : null}
      <ButtonLink variant="secondary" href={href(locale, "/principles")}>
        {t("explained")}
      </ButtonLink>
    </p>
  );
}
