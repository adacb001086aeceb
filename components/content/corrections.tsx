import { IsoDate } from "@/components/ui/iso-date";
import { Notice } from "@/components/ui/notice";
import type { Entry } from "@/lib/content/mdx";
import type { Correction } from "@/lib/content/schema";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; entry: Entry<{ corrections: Correction[] }> };

/** What a text said that was wrong, and since when it says otherwise. */
export function Corrections({ locale, entry }: Props) {
  if (entry.corrections.length === 0) return null;
  const t = translator(locale, "publications");
  return (
    <div className="my-6">
      <Notice>
        {entry.corrections.map(({ date, text }) => (
          <p key={date + text}>
            <strong>
              {t.rich("correctedOn", { date: () => <IsoDate date={date} locale={locale} /> })}
            </strong>{" "}
            <span {...languageOf(entry.locale, locale)}>{text}</span>
          </p>
        ))}
      </Notice>
    </div>
  );
}
