import { initialsOf } from "@/lib/cities/city-mark";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const formats = ["svg", "png"] as const;

/** For the city's own website and papers. */
export function MarkDownloads({
  locale,
  slug,
  city,
}: {
  locale: Locale;
  slug: string;
  city: string;
}) {
  const t = translator(locale, "cityMark");
  const address = `/data/cities/${slug}/mark`;
  // Windows can write Latin letters alone.
  const values = { city, hasInitials: String(initialsOf(city).some(Boolean)) };
  return (
    <section aria-labelledby="mark">
      <h2 id="mark">{t("title", { city })}</h2>
      <p className="mt-2">{t("text", values)}</p>
      <img
        src={`${address}.svg`}
        width={192}
        height={192}
        alt={t("alt", values)}
        className="mt-5 rounded-sm"
      />
      <ul className="mt-2">
        {formats.map((format) => (
          <li key={format}>
            <a
              href={`${address}.${format}`}
              download={`${slug}.${format}`}
              className="inline-block py-1"
            >
              {t("download", { format: format.toUpperCase() })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
