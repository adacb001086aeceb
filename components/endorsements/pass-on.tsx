import type { ReactNode } from "react";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What a resident can do beyond asking. */
export function PassOn({ locale, cityId, city, kind }: { locale: Locale; cityId: number; city: string; kind: "asks" | "thanks" }) {
  const t = translator(locale, "endorsePage");
  if (kind === "thanks") return null;
  const ask = (chunks: ReactNode) => <a href={`${href(locale, "/endorse/ask")}?city=${cityId}`}>{chunks}</a>;
  const endorse = (chunks: ReactNode) => <a href={href(locale, "/endorse")}>{chunks}</a>;
  return (
    <section>
      <h2>{t("passOnTitle")}</h2>
      <p className="mt-2">{t.rich("passOn", { city, ask, endorse })}</p>
    </section>
  );
}
