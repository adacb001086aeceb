import { SummaryList } from "@/components/ui/summary-list";
import {
  endorsementRetentionDays,
  retainedUntil,
  networkHashHours,
} from "@/lib/endorsements/retention/retention-periods";
import type { ResidentsView } from "@/lib/endorsements/resident-queries";
import { nameOfLocale, toLocale, type Locale } from "@/lib/i18n/locales";
import { formatMoment, translator } from "@/lib/i18n/translator";

/** Everything that is kept of an endorsement, and until when. */
export function KeptList({
  locale,
  endorsement,
  city,
  whereabouts,
  submitted,
}: {
  locale: Locale;
  endorsement: ResidentsView;
  city: string;
  whereabouts: string;
  /** When it was sent. */
  submitted: string;
}) {
  const t = translator(locale, "endorsePage.kept");
  const { kind, declarationVersion, email, wantsNews } = endorsement;
  const { confirmedAt, spotCheckedAt } = endorsement;
  const moment = (date: Date) => formatMoment(locale, date);
  const rows = [
    {
      key: t("said"),
      value: t("saidValue", { kind, city, whereabouts }),
    },
    ...(declarationVersion
      ? [{ key: t("declaration"), value: t("declarationValue", { version: declarationVersion }) }]
      : []),
    { key: t("email"), value: email ?? t("erased") },
    { key: t("name"), value: nameOf(locale, endorsement, city) },
    { key: t("news"), value: wantsNews ? t("newsYes") : t("newsNo") },
    { key: t("language"), value: nameOfLocale(toLocale(endorsement.locale)) },
    { key: t("asked"), value: submitted },
    ...(confirmedAt ? [{ key: t("confirmed"), value: moment(confirmedAt) }] : []),
    ...(spotCheckedAt ? [{ key: t("askedAgain"), value: moment(spotCheckedAt) }] : []),
    { key: t("until"), value: untilOf(locale, endorsement, city) },
  ];
  const page = translator(locale, "endorsePage");
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{page("keptTitle")}</h2>
      <div className="mt-4 wrap-anywhere">
        <SummaryList rows={rows} />
      </div>
      <p className="mt-4 text-ink-soft">{page("keptElse", { hours: networkHashHours })}</p>
    </section>
  );
}

function nameOf(
  locale: Locale,
  { name, isNamePublic, state }: ResidentsView,
  city: string,
): string {
  const t = translator(locale, "endorsePage.kept");
  if (!name) return t("nameNone");
  return isNamePublic && state === "confirmed"
    ? t("namePublic", { name, city })
    : t("nameHidden", { name });
}

function untilOf(
  locale: Locale,
  { kind, submittedAt, confirmedAt, place }: ResidentsView,
  city: string,
): string {
  const t = translator(locale, "endorsePage.kept");
  const listedAt = place.city?.signatory?.createdAt ?? null;
  const date = retainedUntil({ kind, submittedAt, confirmedAt, listedAt });
  if (!confirmedAt) return t("untilUnconfirmed", { date });
  return kind === "asks" && !listedAt
    ? t("untilOrSigned", { date, days: endorsementRetentionDays.signed, city })
    : t("untilValue", { date });
}
