import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { ResidentsView } from "@/lib/endorsements/resident-queries";
import { describeReasons } from "@/lib/endorsements/reasons";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { choices } from "@/lib/endorsements/choices";

type Props = {
  locale: Locale;
  endorsement: ResidentsView;
  city: string;
  count: number;
  done: unknown;
};

export function EndorsementStatus({ locale, endorsement, city, count, done }: Props) {
  const { state, kind, heldFor, place } = endorsement;
  const t = translator(locale, "endorsePage");
  const choice = choices.find((name) => name === done);
  const cityPage = (chunks: ReactNode) => (
    <a href={href(locale, `/cities/${place.city?.slug ?? ""}`)}>{chunks}</a>
  );
  const reasons = describeReasons(locale, heldFor);
  return (
    <div className="space-y-4">
      {choice ? (
        <Notice variant="success" role="status">
          <p>{t(`done.${choice}`)}</p>
        </Notice>
      ) : null}
      {state === "unconfirmed" ? <p>{t("unconfirmed")}</p> : null}
      {state === "unconfirmed" && heldFor.length > 0 ? <p>{t("heldBefore", { reasons })}</p> : null}
      {state === "held" ? (
        <Notice variant="warning">
          <p>{t("held", { reasons })}</p>
        </Notice>
      ) : null}
      {state === "confirmed" ? (
        <Notice variant="success" role={choice ? undefined : "status"}>
          <p className="font-bold">
            {done === "confirmed"
              ? t("justConfirmed", { kind })
              : done === "stillAsks"
                ? t("stillAsks")
                : done === "alreadyCounted"
                  ? t("alreadyCounted", { kind })
                  : t("counted", { kind })}
          </p>
          <p>{t("count", { city, kind, count: shownCount(count) })}</p>
        </Notice>
      ) : null}
      {kind === "asks" && place.city?.signatory ? (
        <p>{t.rich("signed", { city, link: cityPage })}</p>
      ) : null}
    </div>
  );
}
