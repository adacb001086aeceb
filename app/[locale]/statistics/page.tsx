import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { FiguresTable } from "@/components/statistics/figures-table";
import { MonthlyFigures } from "@/components/statistics/monthly-figures";
import { ReadyTable } from "@/components/statistics/ready-table";
import { PageHeader } from "@/components/ui/page-header";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment, formatter, translator } from "@/lib/i18n/translator";
import { getServiceStatistics, type ServiceStatistics } from "@/lib/statistics/service-statistics";

export async function generateMetadata() {
  const locale = await currentLocale();
  const t = translator(locale, "statistics");
  return pageMetadata(locale, "/statistics", {
    title: t("title"),
    description: t("description"),
  });
}

export default async function StatisticsPage() {
  const locale = await currentLocale();
  const t = translator(locale, "statistics");
  const statistics = await getServiceStatistics();
  const part = { locale, statistics };
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <p className="max-w-text">
        {statistics.since ? t("since", { date: statistics.since }) : t("sinceNothing")}
      </p>
      <Waiting {...part} />
      <ReviewTimes {...part} />
      <Outcomes {...part} />
      <Endorsements {...part} />
      <Mails {...part} />
      <Running {...part} />
    </>
  );
}

type PartProps = { locale: Locale; statistics: ServiceStatistics };

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12 space-y-5">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Waiting({ locale, statistics: { waiting } }: PartProps) {
  const t = translator(locale, "statistics");
  return (
    <Part id="waiting" title={t("waitingTitle")}>
      <ul className="list-disc space-y-1 ps-5">
        <li>{t("withStaff", { count: waiting.withStaff })}</li>
        {waiting.longestWait === null ? null : (
          <li>{t("longestWait", { days: waiting.longestWait })}</li>
        )}
        <li>{t("withCity", { count: waiting.withCity })}</li>
      </ul>
    </Part>
  );
}

function ReviewTimes({ locale, statistics: { since, months, review } }: PartProps) {
  const t = translator(locale, "statistics");
  return (
    <Part id="review" title={t("reviewTitle")}>
      <p className="max-w-text">
        {t("reviewText", {
          count: review.decisions,
          median: review.median ?? 0,
          ninetieth: review.ninetieth ?? 0,
        })}
      </p>
      <MonthlyFigures
        locale={locale}
        title={t("reviewTitle")}
        months={months}
        since={since}
        counted={{
          name: t("decisions"),
          values: review.byMonth.map(({ decisions }) => decisions),
          missing: "–",
        }}
        drawn={[
          {
            name: t("median"),
            values: review.byMonth.map(({ median }) => median),
            missing: "–",
          },
          {
            name: t("ninetieth"),
            values: review.byMonth.map(({ ninetieth }) => ninetieth),
            missing: "–",
          },
        ]}
      />
    </Part>
  );
}

function Outcomes({ locale, statistics: { agreement, outcomes, declineReasons } }: PartProps) {
  const t = translator(locale, "statistics");
  const decisions = translator(locale, "decisions");
  const { number } = formatter(locale);
  return (
    <Part id="outcomes" title={t("outcomesTitle")}>
      <FiguresTable
        caption={t("outcomesTitle")}
        columns={[t("outcome"), t("recent"), t("all")]}
        rows={outcomes.map(({ name, recent, all }) => ({
          key: name,
          name: decisions(`outcomes.${name}`),
          figures: [number(recent), number(all)],
        }))}
      />
      <FiguresTable
        caption={t("reason")}
        columns={[t("reason"), t("recent"), t("all")]}
        rows={declineReasons.map(({ name, recent, all }) => ({
          key: name,
          name: decisions(`reasons.${name}`),
          figures: [number(recent), number(all)],
        }))}
      />
      {agreement ? (
        <p className="max-w-text">{translator(locale, "secondLook")("statistics", agreement)}</p>
      ) : null}
      <p>
        {t.rich("seeDecisions", {
          link: (chunks) => <a href={href(locale, "/decisions")}>{chunks}</a>,
        })}
      </p>
    </Part>
  );
}

function Endorsements({ locale, statistics: { since, months, endorsements } }: PartProps) {
  const t = translator(locale, "statistics");
  const missing = t("tooFew", { fewest: minShown });
  return (
    <Part id="endorsements" title={t("endorsementsTitle")}>
      <p className="max-w-text">{t("endorsementsText")}</p>
      <MonthlyFigures
        locale={locale}
        title={t("endorsementsTitle")}
        months={months}
        since={since}
        drawn={[
          { name: t("added"), values: endorsements.map(({ added }) => added), missing },
          { name: t("removed"), values: endorsements.map(({ removed }) => removed), missing },
        ]}
      />
    </Part>
  );
}

function Mails({ locale, statistics: { months, mails } }: PartProps) {
  const t = translator(locale, "statistics");
  const missing = t("notCounted");
  return (
    <Part id="emails" title={t("mailsTitle")}>
      <p className="max-w-text">{t("mailsText")}</p>
      {mails.since ? <p>{t("mailsSince", { date: mails.since })}</p> : null}
      <MonthlyFigures
        locale={locale}
        title={t("mailsTitle")}
        months={months}
        since={mails.since}
        drawn={[
          { name: t("delivered"), values: mails.byMonth.map((each) => each.delivered), missing },
          { name: t("givenUp"), values: mails.byMonth.map((each) => each.givenUp), missing },
        ]}
        further={{
          name: t("refused"),
          values: mails.byMonth.map((each) => each.refused),
          missing,
        }}
      />
    </Part>
  );
}

function Running({ locale, statistics: { lastRetentionRun, ready } }: PartProps) {
  const t = translator(locale, "statistics");
  return (
    <Part id="running" title={t("runningTitle")}>
      <p className="max-w-text">
        {lastRetentionRun
          ? t("retention", { at: formatMoment(locale, lastRetentionRun) })
          : t("retentionNever")}
      </p>
      <p className="max-w-text">{t("readyText")}</p>
      {ready.since && ready.byMonth.length > 0 ? (
        <>
          <p>{t("readySince", { date: ready.since })}</p>
          <ReadyTable locale={locale} months={ready.byMonth} />
        </>
      ) : (
        <p>{t("readyNotYet")}</p>
      )}
    </Part>
  );
}
