import { IsoDate } from "@/components/ui/iso-date";
import { Notice } from "@/components/ui/notice";
import type { Pause } from "@/lib/cities/queries";
import { isoDay } from "@/lib/durations";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; city: string; pause: Pause };

/** That a membership is paused, since when, and why. */
export function PauseNotice({ locale, city, pause }: Props) {
  const t = translator(locale, "pausedMembers");
  const date = <IsoDate date={isoDay(pause.since)} locale={locale} />;
  return (
    <div className="mb-10">
      <Notice variant="warning">
        <p className="font-bold">{t.rich(`since.${pause.state}`, { city, date: () => date })}</p>
        {pause.reason ? (
          <p>
            {t("reason")} <bdi className="wrap-anywhere">{pause.reason}</bdi>
          </p>
        ) : null}
        {pause.isOverdue ? <p>{t("overdue")}</p> : null}
        <p>{t("notCounted", { city })}</p>
      </Notice>
    </div>
  );
}
