import { CodeBlock } from "@/components/ui/code-block";
import { badgeSize, memberBadges } from "@/lib/cities/member-badge";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/**
 * The badge on dark and on light ground, to be taken to the city's own site. Nothing is fetched
 * from here once it stands there.
 */
export function MemberBadges({ locale, cityAddress }: { locale: Locale; cityAddress: string }) {
  const t = translator(locale, "pressKit");
  const snippet = `<a href="${cityAddress}"><img src="member-badge.svg" width="${badgeSize.width}" height="${badgeSize.height}" alt="${t("badgeAlt")}"></a>`;
  return (
    <section aria-labelledby="badge">
      <h2 id="badge">{t("badgeTitle")}</h2>
      <p className="mt-2">{t("badgeText")}</p>
      <ul className="mt-5 flex flex-wrap gap-6">
        {memberBadges.map(({ ground, address }) => (
          <li key={ground}>
            <img src={address} {...badgeSize} alt={t("badgeAlt")} className="h-auto max-w-full" />
            <a href={address} download className="mt-2 inline-block py-1">
              {t("download", { ground })}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-5 mb-2">{t("snippet")}</p>
      <CodeBlock>{snippet}</CodeBlock>
    </section>
  );
}
