import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Choice } from "@/lib/endorsements/choices";
import type { ResidentsView } from "@/lib/endorsements/resident-queries";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  endorsement: ResidentsView;
  city: string;
  endHref: string;
  /** The form's hidden fields. */
  children: ReactNode;
};

/** The buttons that change an endorsement without ending it, and the way to end it. */
export function Choices({ locale, endorsement, city, endHref, children }: Props) {
  const t = translator(locale, "endorsePage");
  const { name, isNamePublic, wantsNews, email } = endorsement;
  const ofName: Choice[] = name ? [isNamePublic ? "hideName" : "showName"] : [];
  const ofMails: Choice[] = email ? [wantsNews ? "stopMails" : "wantNews"] : [];
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">{t("choicesTitle")}</h2>
      <p className="mt-2">{t("choicesHint")}</p>
      <form method="post" className="mt-4 flex flex-wrap items-start gap-3">
        {children}
        {[...ofName, ...ofMails].map((choice) => (
          <Button key={choice} variant="secondary" name="choice" value={choice}>
            {t(choice, { city })}
          </Button>
        ))}
        <ButtonLink variant="danger" href={endHref}>
          {t("end")}
        </ButtonLink>
      </form>
    </section>
  );
}
