import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { mailtoOf } from "@/lib/content/council-letter";
import type { ResidentsView } from "@/lib/endorsements/resident-queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; endorsement: ResidentsView; city: string };

/** What a resident can do after asking or thanking. */
export function NextSteps({ locale, endorsement, city }: Props) {
  const t = translator(locale, "endorsePage.next");
  const { kind, state, place } = endorsement;
  // The site speaks of a city as soon as one endorsement of it counts; what is held does not count.
  const slug = state === "confirmed" ? place.city?.slug : undefined;
  const hasSigned = Boolean(place.city?.signatory);
  const page = (chunks: ReactNode) => <a href={href(locale, `/cities/${slug ?? ""}`)}>{chunks}</a>;
  const dossier = (chunks: ReactNode) => (
    <a href={href(locale, `/cities/${slug ?? ""}/dossier`)}>{chunks}</a>
  );
  const letter = (chunks: ReactNode) => <a href={href(locale, "/endorse")}>{chunks}</a>;
  const thank = (chunks: ReactNode) => (
    <a href={`${href(locale, "/endorse/ask")}?city=${place.id}`}>{chunks}</a>
  );
  const isAsking = kind === "asks" && !hasSigned;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("title")}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5">
        {slug ? (
          <li>{t.rich(isAsking ? "pageAsked" : "pageSigned", { city, link: page })}</li>
        ) : null}
        {kind === "asks" && hasSigned ? <li>{t.rich("thank", { city, link: thank })}</li> : null}
        {isAsking && slug ? <li>{t.rich("dossier", { link: dossier })}</li> : null}
        {isAsking ? <li>{t.rich("letter", { link: letter })}</li> : null}
      </ul>
      <PassOn
        locale={locale}
        city={city}
        isAsking={isAsking}
        path={slug ? `/cities/${slug}` : `/endorse/ask?city=${place.id}`}
      />
    </section>
  );
}

/** The city's public page. The address of this page is a secret, and must not be shared. */
function PassOn({
  locale,
  city,
  isAsking,
  path,
}: {
  locale: Locale;
  city: string;
  isAsking: boolean;
  path: `/${string}`;
}) {
  const t = translator(locale, "endorsePage.next");
  const address = siteUrl() + href(locale, path);
  const kind = isAsking ? "asks" : "thanks";
  return (
    <div className="mt-6 space-y-3 rounded-md bg-paper-deep p-5">
      <h3>{t("passOnTitle", { city })}</h3>
      <p>{t("passOn", { city, kind })}</p>
      <p>
        <code className="font-sans font-bold wrap-anywhere select-all" dir="ltr">
          {address}
        </code>
      </p>
      <p>
        <ButtonLink
          variant="secondary"
          href={mailtoOf({
            subject: t("mailSubject", { city, kind }),
            paragraphs: [t("mailText", { city, kind }), address],
          })}
        >
          {t("mail")}
        </ButtonLink>
      </p>
    </div>
  );
}
