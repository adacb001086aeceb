import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  announcement: { locale: Locale; text: string; link: string | null };
};

/** One line above every page. Where it has a link, the whole line leads there. */
export function AnnouncementBanner({ locale, announcement: { text, link, ...written } }: Props) {
  return (
    <aside
      aria-label={translator(locale, "publications")("announcement")}
      className="bg-notice-soft px-4 py-2 text-center font-bold print:hidden"
    >
      <p {...languageOf(written.locale, locale)}>
        {link ? (
          <a href={link.startsWith("/") ? href(locale, link as `/${string}`) : link}>{text}</a>
        ) : (
          text
        )}
      </p>
    </aside>
  );
}
