import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import type { EventKind } from "@/prisma/generated/enums";

const told = [
  "submitted",
  "confirmed",
  "corrected",
  "file_added",
  "file_removed",
  "second_contact_agreed",
  "second_contact_removed",
  "changes_requested",
  "answered",
  "approved",
  "decision_shown",
  "decision_hidden",
  "declined",
  "appealed",
  "appeal_upheld",
  "reopened",
  "withdrawn",
  "erased",
] as const;
const toldAs = (kind: EventKind) => told.find((name) => kind === `application_${name}`);

/**
 * What has happened to an application, oldest first. What reviewers note for themselves is not
 * told.
 */
export function ApplicationHistory({
  events,
  locale,
}: {
  events: { kind: EventKind; at: Date }[];
  locale: Locale;
}) {
  const t = translator(locale, "status");
  const format = formatter(locale);
  return (
    <section>
      <h2>{t("history")}</h2>
      <ol className="mt-4 ms-2 border-s-4 border-line-soft">
        {events.map(({ kind, at }, index) => {
          const name = toldAs(kind);
          return name ? (
            <li
              key={index}
              className="relative pb-5 ps-6 last:pb-0 before:absolute before:-start-[0.6rem] before:top-1.5 before:size-4 before:rounded-full before:bg-accent"
            >
              <span className="font-bold">{t(`events.${name}`)}</span>
              <time dateTime={at.toISOString()} className="block text-ink-soft">
                {format.dateTime(at, { dateStyle: "long" })}
              </time>
            </li>
          ) : null;
        })}
      </ol>
    </section>
  );
}
