import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { FiguresTable } from "@/components/statistics/figures-table";
import { MonthChart } from "@/components/statistics/month-chart";
import { PageHeader } from "@/components/ui/page-header";
import { fewestShown } from "@/lib/endorsements/counts/shown-count";
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

function ReviewTimes({ locale, statistics: { months, review } }: PartProps) {
  const t = translator(locale, "statistics");
  const { number } = formatter(locale);
  const show = (days: number | null) => (days === null ? "–" : number(days));
  return (
    <Part id="review" title={t("reviewTitle")}>
      <p className="max-w-text">
        {t("reviewText", {
          count: review.decisions,
          median: review.median ?? 0,
          ninetieth: review.ninetieth ?? 0,
        })}
      </p>
      <MonthChart
        locale={locale}
        label={t("chart", { title: t("reviewTitle") })}
        months={months}
        series={[
          { name: t("median"), values: review.byMonth.map(({ median }) => median) },
          { name: t("ninetieth"), values: review.byMonth.map(({ ninetieth }) => ninetieth) },
        ]}
      />
      <FiguresTable
        caption={t("reviewTitle")}
        columns={[t("month"), t("decisions"), t("median"), t("ninetieth")]}
        rows={review.byMonth.map(({ month, decisions, median, ninetieth }) => ({
          key: month,
          name: <Month locale={locale} month={month} />,
          figures: [number(decisions), show(median), show(ninetieth)],
        }))}
      />
    </Part>
  );
}

function Outcomes({ locale, statistics: { outcomes, declineReasons } }: PartProps) {
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
      <p>
        {t.rich("seeDecisions", {
          link: (chunks) => <a href={href(locale, "/decisions")}>{chunks}</a>,
        })}
      </p>
    </Part>
  );
}

function Endorsements({ locale, statistics: { months, endorsements } }: PartProps) {
  const t = translator(locale, "statistics");
  const { number } = formatter(locale);
  const show = (count: number | null) =>
    count === null ? t("tooFew", { fewest: fewestShown }) : number(count);
  return (
    <Part id="endorsements" title={t("endorsementsTitle")}>
      <p className="max-w-text">{t("endorsementsText")}</p>
      <MonthChart
        locale={locale}
        label={t("chart", { title: t("endorsementsTitle") })}
        months={months}
        series={[
          { name: t("added"), values: endorsements.map(({ added }) => added) },
          { name: t("removed"), values: endorsements.map(({ removed }) => removed) },
        ]}
      />
      <FiguresTable
        caption={t("endorsementsTitle")}
        columns={[t("month"), t("added"), t("removed")]}
        rows={endorsements.map(({ month, added, removed }) => ({
          key: month,
          name: <Month locale={locale} month={month} />,
          figures: [show(added), show(removed)],
        }))}
      />
    </Part>
  );
}

function Mails({ locale, statistics: { months, mails } }: PartProps) {
  const t = translator(locale, "statistics");
  const { number } = formatter(locale);
  const show = (count: number | null) => (count === null ? t("notCounted") : number(count));
  return (
    <Part id="emails" title={t("mailsTitle")}>
      <p className="max-w-text">{t("mailsText")}</p>
      {mails.since ? <p>{t("mailsSince", { date: mails.since })}</p> : null}
      <MonthChart
        locale={locale}
        label={t("chart", { title: t("mailsTitle") })}
        months={months}
        series={[
          { name: t("delivered"), values: mails.byMonth.map(({ delivered }) => delivered) },
          { name: t("givenUp"), values: mails.byMonth.map(({ givenUp }) => givenUp) },
        ]}
      />
      <FiguresTable
        caption={t("mailsTitle")}
        columns={[t("month"), t("delivered"), t("givenUp")]}
        rows={mails.byMonth.map(({ month, delivered, givenUp }) => ({
          key: month,
          name: <Month locale={locale} month={month} />,
          figures: [show(delivered), show(givenUp)],
        }))}
      />
    </Part>
  );
}

function Running({ locale, statistics: { lastRetentionRun } }: PartProps) {
  const t = translator(locale, "statistics");
  return (
    <Part id="running" title={t("runningTitle")}>
      <ul className="max-w-text list-disc space-y-1 ps-5">
        <li>
          {lastRetentionRun
            ? t("retention", { at: formatMoment(locale, lastRetentionRun) })
            : t("retentionNever")}
        </li>
        <li>{t("uptime")}</li>
      </ul>
    </Part>
  );
}

function Month({ locale, month }: { locale: Locale; month: string }) {
  const name = formatter(locale).dateTime(new Date(month), { year: "numeric", month: "long" });
  return <time dateTime={month}>{name}</time>;
}
