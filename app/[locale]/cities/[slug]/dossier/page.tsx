import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { DossierDocument } from "@/components/endorsements/dossier-document";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { nearestSignatories } from "@/lib/cities/queries";
import { findEndorsedCity } from "@/lib/endorsements/city-progress/queries";
import { buildDossier } from "@/lib/endorsements/dossier/dossier";
import { findSpotCheckResult } from "@/lib/endorsements/spot-check/queries";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { hasPdf } from "@/lib/pdf/tagged-pdf";
import { whereaboutsOf } from "@/lib/places/whereabouts";

const nearestShown = 5;

type Props = { params: Promise<{ slug: string }> };

const findEndorsedCityOnce = cache(findEndorsedCity);

async function load({ params }: Props) {
  const locale = await currentLocale();
  const { slug } = await params;
  const city = await findEndorsedCityOnce(slug);
  return city ? { locale, city } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, city } = await load(props);
  const t = translator(locale, "dossier");
  const values = { city: city.name };
  const metadata = pageMetadata(locale, `/cities/${city.slug}/dossier`, {
    title: t("metaTitle", { ...values, whereabouts: whereaboutsOf(locale, city) }),
    description: t("description", values),
  });
  return { ...metadata, ...(shownCount(city.asks) === 0 && { robots: { index: false } }) };
}

/** Everything that a council needs to decide: to read, to print, and to copy from. */
export default async function DossierPage(props: Props) {
  const { locale, city } = await load(props);
  const t = translator(locale, "dossier");
  const today = new Date();
  const [nearest, spotCheck] = await Promise.all([
    nearestSignatories(city, nearestShown),
    findSpotCheckResult(city.cityId, today),
  ]);
  const dossier = await buildDossier(locale, city, { nearest, spotCheck }, today);
  const files = `/data/dossiers/${locale}/${city.slug}`;
  const breadcrumbs = [
    { href: href(locale, "/asked"), text: translator(locale, "endorsedCities")("title") },
    { href: href(locale, `/cities/${city.slug}`), text: city.name },
  ];
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={translator(locale, "site")("breadcrumbs")}
            links={breadcrumbs}
            current={dossier.title}
          />
        }
        title={dossier.title}
        lead={dossier.lead}
      />
      <ul className="mb-10 flex flex-wrap gap-x-4 gap-y-3 print:hidden">
        {hasPdf(locale) ? (
          <li>
            <ButtonLink href={`${files}/dossier.pdf`}>{t("pdf")}</ButtonLink>
          </li>
        ) : null}
        <li>
          <ButtonLink href={`${files}/motion.txt`} variant="secondary">
            {t("motionText")}
          </ButtonLink>
        </li>
      </ul>
      <nav aria-label={t("contents")} className="mb-12 print:hidden">
        <ul className="flex flex-wrap gap-x-6">
          {dossier.sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-1">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <DossierDocument dossier={dossier} />
    </>
  );
}
