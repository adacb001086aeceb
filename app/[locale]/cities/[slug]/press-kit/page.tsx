import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { Boilerplate } from "@/components/press/boilerplate";
import { MarkDownloads } from "@/components/cities/mark-downloads";
import { MemberBadges } from "@/components/cities/member-badges";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { formatPressText } from "@/lib/cities/press-text";
import { findCity } from "@/lib/cities/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { readPublicAddresses } from "@/lib/settings/public-addresses";

type Props = { params: Promise<{ slug: string }> };

/** The page and its metadata ask for the same city. */
const findCityOnce = cache(findCity);

/** Only members have one, while their membership is not paused. */
async function loadMember({ params }: Props) {
  const locale = await currentLocale();
  const { slug } = await params;
  const city = await findCityOnce(slug);
  if (!city || city.pause) notFound();
  if (city.slug !== slug) permanentRedirect(href(locale, `/cities/${city.slug}/press-kit`));
  return { locale, city };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, city } = await loadMember(props);
  const t = translator(locale, "pressKit");
  const values = { city: city.name };
  const metadata = pageMetadata(locale, `/cities/${city.slug}/press-kit`, {
    title: t("title", values),
    description: t("description", values),
  });
  return { ...metadata, robots: { index: false } };
}

/** For the city itself, and for journalists. */
export default async function PressKitPage(props: Props) {
  const { locale, city } = await loadMember(props);
  const t = translator(locale, "pressKit");
  const values = { city: city.name };
  const cityPath = href(locale, `/cities/${city.slug}`);
  const { press: address } = await readPublicAddresses();
  const breadcrumbs = [
    { href: href(locale, "/cities"), text: translator(locale, "cities")("title") },
    { href: cityPath, text: city.name },
  ];
  const press = (chunks: React.ReactNode) => <a href={href(locale, "/press")}>{chunks}</a>;
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            label={translator(locale, "site")("breadcrumbs")}
            links={breadcrumbs}
            current={t("title", values)}
          />
        }
        title={t("title", values)}
        lead={t("lead", values)}
      />
      <div className="max-w-text space-y-12">
        <section aria-labelledby="text">
          <h2 id="text">{t("textTitle")}</h2>
          <p className="mt-2">{t("textHint")}</p>
          <Boilerplate
            heading={t("textOf", values)}
            paragraphs={await formatPressText(locale, city)}
          />
        </section>
        <MarkDownloads locale={locale} slug={city.slug} city={city.name} />
        <MemberBadges locale={locale} cityAddress={siteUrl() + cityPath} />
        <section aria-labelledby="contact">
          <h2 id="contact">{t("contactTitle")}</h2>
          <p className="mt-2">
            {t.rich("contact", {
              address,
              press,
              mail: (chunks) => <a href={`mailto:${address}`}>{chunks}</a>,
            })}
          </p>
        </section>
      </div>
    </>
  );
}
