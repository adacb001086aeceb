import type { ReactNode } from "react";
import { BreakableAddress } from "@/components/ui/breakable-address";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** @param address the page's own, with its origin */
type Props = { locale: Locale; slug: string; city: string; address: string };

/** What residents can do besides asking. */
export function NextForResidents({ locale, slug, city, address }: Props) {
  const t = translator(locale, "endorsedCities");
  const dossier = (chunks: ReactNode) => (
    <a href={href(locale, `/cities/${slug}/dossier`)}>{chunks}</a>
  );
  const joining = (chunks: ReactNode) => <a href={href(locale, "/joining")}>{chunks}</a>;
  return (
    <section aria-labelledby="next" className="print:hidden">
      <h2 id="next">{t("nextTitle")}</h2>
      <ul className="mt-3 max-w-text list-disc space-y-3 ps-[1.4em]">
        <li>
          {t("next.share", { city })}{" "}
          <code className="font-sans font-bold wrap-anywhere select-all">
            <BreakableAddress>{address}</BreakableAddress>
          </code>
        </li>
        <li>{t.rich("next.dossier", { link: dossier })}</li>
        <li>{t.rich("next.official", { link: joining })}</li>
      </ul>
    </section>
  );
}
