import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { PrincipleNumber } from "@/components/content/principle-number";
import { MeasurementList } from "@/components/measurements/measurement-list";
import { ReleaseNotice } from "@/components/measurements/release-notice";
import { PageHeader } from "@/components/ui/page-header";
import { listPrinciples } from "@/lib/content/queries";
import {
  endorsementRetentionDays,
  unconfirmedHours,
} from "@/lib/endorsements/retention/retention-periods";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { measurementNames, measurements } from "@/lib/measurements/measurements";
import { readReleaseResults } from "@/lib/measurements/release-results";

/** The constants by which the software works. */
const periods = { hours: unconfirmedHours, years: endorsementRetentionDays.confirmed / 365 };

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "measured");
  return pageMetadata(locale, "/measured", { title: t("title"), description: t("lead") });
}

export default async function MeasuredPage() {
  const locale = await currentLocale();
  const t = translator(locale, "measured");
  const release = readReleaseResults();
  const results = release.of === "thisBuild" ? release.results : {};
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ReleaseNotice locale={locale} release={release} />
      {(await listPrinciples(locale)).map(({ number, slug, title }) => (
        <section key={slug} aria-labelledby={slug} className="mt-12 max-w-4xl">
          <h2 id={slug} className="mb-4">
            <PrincipleNumber number={number} />
            <a
              href={href(locale, `/principles/${slug}`)}
              className="text-ink no-underline hover:text-ink hover:underline"
            >
              {title}
            </a>
          </h2>
          <MeasurementList
            locale={locale}
            names={measurementNames.filter((name) => measurements[name].principle === number)}
            results={results}
            values={periods}
          />
        </section>
      ))}
      <section aria-labelledby="missing" className="mt-12 max-w-text">
        <h2 id="missing">{t("missingTitle")}</h2>
        <p className="mt-4">
          {t.rich("missing", {
            accessibility: (chunks) => <a href={href(locale, "/accessibility")}>{chunks}</a>,
            privacy: (chunks) => <a href={href(locale, "/privacy")}>{chunks}</a>,
          })}
        </p>
      </section>
      <section aria-labelledby="look" className="mt-12 max-w-text">
        <h2 id="look">{t("lookTitle")}</h2>
        <p className="mt-4">
          {t.rich("look", { bill: (chunks) => <a href="/data/sbom.cdx.json">{chunks}</a> })}
        </p>
      </section>
    </>
  );
}
