import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ApplicantsView } from "@/lib/applications/queries";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  /** The decline that is in force. */
  decline: ApplicantsView["decisions"][number];
  until: Date;
  /** Whether it can still be asked for. */
  isOpen: boolean;
  /** Whether the page before has just asked. */
  isDone: boolean;
  appealHref: string;
};

/** Whether a declined applicant can ask for a second look, has asked, or was answered. */
export function AppealStatus({ locale, decline, until, isOpen, isDone, appealHref }: Props) {
  const t = translator(locale, "secondLook.link");
  const day = (date: Date) => formatter(locale).dateTime(date, { dateStyle: "long" });
  const { appeal } = decline;
  if (!appeal && !isOpen) return null;
  return (
    <section className="space-y-4">
      {isDone && appeal ? (
        <Notice variant="success" role="status">
          <p>{t("done")}</p>
        </Notice>
      ) : null}
      {appeal ? (
        <Answer appeal={appeal} locale={locale} day={day} />
      ) : (
        <>
          <p>{t("text", { day: day(until) })}</p>
          <p>
            <ButtonLink href={appealHref} variant="secondary">
              {t("button")}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

function Answer({
  appeal: { askedAt, outcome, answer },
  locale,
  day,
}: {
  appeal: NonNullable<Props["decline"]["appeal"]>;
  locale: Locale;
  day: (date: Date) => string;
}) {
  const t = translator(locale, "secondLook.link");
  if (outcome === null) return <p>{t("waiting", { day: day(askedAt) })}</p>;
  if (!answer) return <p>{t("upheldPlain")}</p>;
  return (
    <div>
      <p>{t("upheld")}</p>
      <blockquote className="mt-2 whitespace-pre-line border-s-4 border-accent ps-4">
        {answer}
      </blockquote>
    </div>
  );
}
