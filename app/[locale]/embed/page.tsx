import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { EmbedOffer } from "@/components/embed/embed-offer";
import { PageHeader } from "@/components/ui/page-header";
import { newestFirst } from "@/lib/cities/newest-members";
import { listSignatories } from "@/lib/cities/queries";
import { listTopEndorsedCities } from "@/lib/endorsements/city-progress/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "embedPage");
  return pageMetadata(locale, "/embed", { title: t("title"), description: t("lead") });
}

export default async function EmbedPage() {
  const locale = await currentLocale();
  const t = translator(locale, "embedPage");
  const [member] = newestFirst(await listSignatories({}, locale));
  const [endorsed] = await listTopEndorsedCities(1);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="max-w-text space-y-14">
        <Respect locale={locale} />
        <EmbedOffer
          {...{ locale, id: "counter", heading: t("counterTitle"), text: t("counterText") }}
          subject={{ kind: "counter" }}
          title={t("counterName")}
          page={siteUrl() + href(locale, "/")}
        />
        {member ? (
          <EmbedOffer
            {...{ locale, id: "badge", heading: t("badgeTitle") }}
            text={t("badgeText", { city: member.name, slug: member.slug })}
            subject={{ kind: "badge", slug: member.slug }}
            title={t("badgeName", { city: member.name })}
            page={siteUrl() + href(locale, `/cities/${member.slug}`)}
          />
        ) : null}
        {endorsed ? (
          <EmbedOffer
            {...{ locale, id: "city", heading: t("cityTitle") }}
            text={t("cityText", { city: endorsed.name, slug: endorsed.slug })}
            subject={{ kind: "cityCounter", slug: endorsed.slug }}
            title={t("cityName", { city: endorsed.name })}
            page={siteUrl() + href(locale, `/cities/${endorsed.slug}`)}
          />
        ) : (
          <section aria-labelledby="city">
            <h2 id="city">{t("cityTitle")}</h2>
            <p className="mt-2">{t("cityLater")}</p>
          </section>
        )}
      </div>
    </>
  );
}

function Respect({ locale }: { locale: Locale }) {
  const t = translator(locale, "embedPage");
  return (
    <section aria-labelledby="visitors">
      <h2 id="visitors">{t("visitorsTitle")}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-6">
        <li>{t("noScript")}</li>
        <li>{t("noRecord")}</li>
        <li>{t("noReferrer")}</li>
        <li>
          {t.rich("copy", {
            cities: (chunks) => <a href={href(locale, "/cities")}>{chunks}</a>,
          })}
        </li>
      </ul>
    </section>
  );
}
