import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ApplicantsView, CityStanding } from "@/lib/applications/queries";
import { retentionDays } from "@/lib/applications/receipt";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import { after, dayMs } from "@/lib/durations";

type Props = {
  application: ApplicantsView;
  /** Whether the city may still confirm an application. */
  standing: CityStanding;
  wait: { workingDays: number | null; ahead: number } | null;
  /** What the page before has just done. */
  done: string | string[] | undefined;
  locale: Locale;
  correctHref: string;
  /** The button that confirms. */
  children: ReactNode;
};

/** The state of the application, and what its applicant can do now. */
export function ApplicationStatus({
  application,
  standing,
  wait,
  done,
  locale,
  correctHref,
  children,
}: Props) {
  const t = translator(locale, "status");
  const { state, decisions } = application;
  const city = application.city.name;
  const links = {
    city: (text: ReactNode) => (
      <a href={href(locale, `/cities/${application.city.slug}`)}>{text}</a>
    ),
    contact: (text: ReactNode) => <a href={href(locale, "/contact")}>{text}</a>,
    join: (text: ReactNode) => <a href={href(locale, "/join")}>{text}</a>,
  };

  if (state === "unconfirmed" && standing === "signatory")
    return <Notice>{t.rich("unconfirmed.signatory", { city, link: links.city })}</Notice>;
  if (state === "unconfirmed" && standing === "underReview")
    return <Notice>{t.rich("unconfirmed.underReview", { city, link: links.contact })}</Notice>;
  if (state === "unconfirmed") {
    const deadline = after(application.submittedAt, retentionDays.unconfirmed * dayMs);
    return (
      <section className="space-y-4">
        <p>{t("unconfirmed.text", { city })}</p>
        {children}
        <p className="text-ink-soft">
          {t("unconfirmed.deadline", {
            day: formatter(locale).dateTime(deadline, { dateStyle: "long" }),
          })}
        </p>
      </section>
    );
  }
  if (state === "submitted") {
    return (
      <section className="space-y-4">
        {done === "confirmed" || done === "corrected" ? (
          <Notice variant="success" role="status">
            <p>{t(`submitted.${done}`)}</p>
          </Notice>
        ) : null}
        {wait ? (
          <p>
            {wait.workingDays === null
              ? t("submitted.ahead", { count: wait.ahead })
              : t("submitted.wait", { days: wait.workingDays })}
          </p>
        ) : null}
        <p>{t("submitted.next")}</p>
      </section>
    );
  }
  if (state === "changes_requested") {
    return (
      <section className="space-y-4">
        <ReviewersWords
          introduction={t("changes_requested.introduction")}
          words={decisions[0]?.message}
        />
        <p>{t("changes_requested.text")}</p>
        <p>
          <ButtonLink href={correctHref}>{t("changes_requested.answer")}</ButtonLink>
        </p>
      </section>
    );
  }
  if (state === "approved") {
    return (
      <section className="space-y-4">
        <p>{t.rich("approved.text", { city, link: links.city })}</p>
        <p>{t.rich("approved.leave", { link: links.contact })}</p>
      </section>
    );
  }
  if (state === "declined") {
    const reason = decisions[0]?.reason;
    return (
      <section className="space-y-4">
        {reason ? <p>{translator(locale, "mail.declined.reasons")(reason)}</p> : null}
        <ReviewersWords introduction={t("declined.introduction")} words={decisions[0]?.message} />
        <p>{t("declined.again")}</p>
      </section>
    );
  }
  return (
    <section className="space-y-4">
      <p>{t("withdrawn.text")}</p>
      <p>{t.rich("withdrawn.again", { link: links.join })}</p>
    </section>
  );
}

/** Text from a person: shown as it was typed, never as markup. */
function ReviewersWords({
  introduction,
  words,
}: {
  introduction: string;
  words: string | null | undefined;
}) {
  if (!words) return null;
  return (
    <div>
      <p>{introduction}</p>
      <blockquote className="mt-2 whitespace-pre-line border-s-4 border-accent ps-4">
        {words}
      </blockquote>
    </div>
  );
}
