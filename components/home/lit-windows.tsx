import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  /** In the order in which their windows are lit. */
  cities: readonly { slug: string; name: string }[];
};

export function LitWindows({ locale, cities }: Props) {
  if (cities.length === 0) return null;
  const t = translator(locale, "homeMomentum");
  return (
    <details className="text-sm print:hidden [&_a]:text-ink">
      <summary className="w-fit cursor-pointer py-1 font-bold">{t("windowsTitle")}</summary>
      <p className="mt-2 text-ink-soft">{t("windowsOrder")}</p>
      <ol className="mt-2 flex flex-wrap gap-x-3">
        {cities.map(({ slug, name }) => (
          <li key={slug}>
            <a href={href(locale, `/cities/${slug}`)}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}
