import type { ReactNode } from "react";
import {
  cityNameOf,
  getEndorsement,
  secretPageMetadata,
  viewToConfirm,
  type TokenParams,
} from "@/app/[locale]/endorsements/[token]/endorsement";
import { currentLocale } from "@/app/[locale]/locale";
import { Choices } from "@/components/endorsements/choices";
import { KeptList } from "@/components/endorsements/kept-list";
import { NextSteps } from "@/components/endorsements/next-steps";
import { EndorsementStatus } from "@/components/endorsements/endorsement-status";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { endorsementHref } from "@/lib/endorsements/addresses";
import { countEndorsements } from "@/lib/endorsements/queries";
import { type ResidentsView } from "@/lib/endorsements/resident-queries";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment, translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

export const generateMetadata = secretPageMetadata;

type Props = TokenParams & { searchParams: Promise<{ done?: string | string[] }> };

/**
 * What is kept of an endorsement, and every button that changes it. To look at it changes nothing.
 * Its forms are posted to its address, by postChoice().
 */
export default async function EndorsementPage({ params, searchParams }: Props) {
  const { token } = await params;
  const locale = await currentLocale();
  const endorsement = await getEndorsement(token);
  const { done } = await searchParams;
  const { state, kind } = endorsement;
  const t = translator(locale, "endorsePage");
  const city = cityNameOf(endorsement);
  const hasSigned =
    kind === "asks" && state === "confirmed" && Boolean(endorsement.place.city?.signatory);
  const hidden = <Hidden locale={locale} token={token} />;
  const whereabouts = viewToConfirm()?.whereabouts ?? whereaboutsOf(locale, endorsement.place);
  const submitted = viewToConfirm()?.submitted ?? formatMoment(locale, endorsement.submittedAt);
  const count = state === "confirmed" ? (await countEndorsements(endorsement.placeId))[kind] : 0;
  return (
    <>
      <PageHeader
        eyebrow={whereabouts}
        title={hasSigned ? t("headings.signed", { city }) : t(`headings.${state}`, { city, kind })}
      />
      <div className="max-w-2xl space-y-10">
        <EndorsementStatus
          locale={locale}
          endorsement={endorsement}
          city={city}
          count={count}
          done={done}
        />
        {state === "unconfirmed" ? (
          <ConfirmForm locale={locale} token={token} endorsement={endorsement} />
        ) : (
          <NextSteps locale={locale} endorsement={endorsement} city={city} />
        )}
        {state === "unconfirmed" ? null : (
          <Choices
            locale={locale}
            endorsement={endorsement}
            city={city}
            endHref={endorsementHref(locale, token, "/end")}
          >
            {hidden}
          </Choices>
        )}
        <KeptList {...{ locale, endorsement, city, whereabouts, submitted }} />
        <p className="text-ink-soft">{t("secret")}</p>
      </div>
    </>
  );
}

function ConfirmForm({
  locale,
  token,
  endorsement,
}: {
  locale: Locale;
  token: string;
  endorsement: ResidentsView;
}) {
  const t = translator(locale, "endorsePage");
  return (
    <form method="post" className="flex flex-wrap gap-3">
      <Hidden locale={locale} token={token} />
      <Button>{t("confirm", { city: cityNameOf(endorsement), kind: endorsement.kind })}</Button>
      <ButtonLink variant="secondary" href={endorsementHref(locale, token, "/end")}>
        {t("notYou")}
      </ButtonLink>
    </form>
  );
}

function Hidden({ locale, token }: { locale: Locale; token: string }): ReactNode {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
    </>
  );
}
