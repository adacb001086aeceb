import { BarTable } from "@/components/staff-overview/bar-table";
import { formatCount, formatNumber } from "@/components/staff-ui/format-number";
import { formatMonth, reasonLabels } from "@/components/review/labels";
import { MonthChart } from "@/components/statistics/month-chart";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import type { Funnel, StaffOverview, Waits } from "@/lib/statistics/staff-overview";

/** How far the applications of the last months have come. */
export function FunnelTable({ funnel }: { funnel: Funnel }) {
  const ofAll = (count: number) =>
    funnel.submitted > 0 ? `${Math.round((count / funnel.submitted) * 100)} %` : "–";
  const row = (key: keyof Funnel, name: string) => ({
    ...{ key, name },
    value: funnel[key],
    further: [ofAll(funnel[key])],
  });
  return (
    <BarTable
      caption="How far applications have come"
      columns={["Applications", "Number", "Of all"]}
      rows={[
        row("submitted", "Submitted"),
        row("confirmed", "Address confirmed"),
        row("decided", "Decided"),
        row("approved", "– approved"),
        row("declined", "– declined"),
        row("withdrawn", "Withdrawn"),
      ]}
    />
  );
}

export function WaitList({ waits: { waiting, decided } }: Pick<StaffOverview, "waits">) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-2">
      <Wait title="Waiting now" waits={waiting} />
      <Wait title="Decided" waits={decided} />
    </dl>
  );
}

const Wait = ({ title, waits: { median, longest, count } }: { title: string; waits: Waits }) => (
  <div>
    <dt className="font-bold">{title}</dt>
    {median === null || longest === null ? (
      <dd>none</dd>
    ) : (
      <>
        <dd>median {formatCount(median, "working day", "working days")}</dd>
        <dd>longest {formatCount(longest, "working day", "working days")}</dd>
        <dd className="text-ink-soft">{formatCount(count, "application", "applications")}</dd>
      </>
    )}
  </div>
);

export function MonthsOfApplications({ byMonth }: Pick<StaffOverview, "byMonth">) {
  return (
    <>
      {byMonth.some(({ confirmed, decided }) => confirmed + decided > 0) ? (
        <MonthChart
          locale={defaultLocale}
          label="Applications confirmed and decided, by month. The table below has the figures."
          months={byMonth.map(({ month }) => month)}
          series={[
            { name: "Confirmed", values: byMonth.map(({ confirmed }) => confirmed) },
            { name: "Decided", values: byMonth.map(({ decided }) => decided) },
          ]}
        />
      ) : null}
      <BarTable
        caption="Applications by month"
        columns={["Month", "Confirmed", "Decided"]}
        rows={byMonth.map(({ month, confirmed, decided }) => ({
          key: month,
          name: formatMonth(new Date(month)),
          value: confirmed,
          further: [formatNumber(decided)],
        }))}
      />
    </>
  );
}

export const MonthsOfMembers = ({ byMonth }: Pick<StaffOverview, "byMonth">) => (
  <BarTable
    caption="Members by the month in which they joined"
    columns={["Month", "Joined", "Members"]}
    rows={byMonth.map(({ month, joined, members }) => ({
      key: month,
      name: formatMonth(new Date(month)),
      value: joined,
      further: [formatNumber(members)],
    }))}
  />
);

export function DecisionTable({ decisions }: Pick<StaffOverview, "decisions">) {
  if (decisions.length === 0) return <p className="text-ink-soft">Nothing was decided yet.</p>;
  return (
    <BarTable
      caption="Decisions by reason"
      columns={["Decision", "Number"]}
      rows={decisions.map(({ kind, reason, count }) => ({
        key: `${kind} ${reason ?? ""}`,
        name: reason ? `Declined: ${reasonLabels[reason].toLowerCase()}` : nameOf(kind),
        value: count,
      }))}
    />
  );
}

const nameOf = (kind: StaffOverview["decisions"][number]["kind"]): string =>
  kind === "approval" ? "Approved" : "Declined";

const maxCountries = 15;

export function CountryTable({ countries }: Pick<StaffOverview, "countries">) {
  if (countries.length === 0)
    return <p className="text-ink-soft">No resident has asked or thanked a city yet.</p>;
  const rest = countries.slice(maxCountries);
  const rows = countries.slice(0, maxCountries).map(({ countryCode, asks, thanks }) => ({
    key: countryCode,
    name: nameOfCountry(defaultLocale, countryCode),
    value: asks,
    further: [formatNumber(thanks)],
  }));
  const sum = (kind: "asks" | "thanks") => rest.reduce((total, each) => total + each[kind], 0);
  const others = {
    key: "others",
    name: formatCount(rest.length, "other country", "other countries"),
    value: sum("asks"),
    further: [formatNumber(sum("thanks"))],
  };
  return (
    <BarTable
      caption="Endorsements by country"
      columns={["Country", "Residents who ask", "Who thank"]}
      rows={rest.length > 0 ? [...rows, others] : rows}
    />
  );
}
