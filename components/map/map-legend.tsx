import type { ReactNode } from "react";
import { MarkShape } from "@/components/map/mark-shape";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const naturalEarth = (chunks: ReactNode) => <a href="https://www.naturalearthdata.com/">{chunks}</a>;
const geonames = (chunks: ReactNode) => <a href="https://www.geonames.org/">{chunks}</a>;
const licence = (chunks: ReactNode) => <a href="https://creativecommons.org/licenses/by/4.0/">{chunks}</a>;

/** What the marks mean and where land and places are from. */
export function MapLegend({ locale }: { locale: Locale }) {
  const t = translator(locale, "map");
  return (
    <figcaption className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
      <Meaning isFounder text={t("founders")} />
      <Meaning isFounder={false} text={t("others")} />
      <span>{t.rich("sources", { naturalEarth, geonames, licence })}</span>
    </figcaption>
  );
}

function Meaning({ isFounder, text }: { isFounder: boolean; text: string }) {
  return (
    <span className="flex items-center gap-2">
      <svg viewBox="-10 -10 20 20" className="size-5" aria-hidden="true">
        <MarkShape isFounder={isFounder} />
      </svg>
      {text}
    </span>
  );
}
