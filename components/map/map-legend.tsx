import type { ReactNode } from "react";
import { MarkerShape } from "@/components/map/marker-shape";
import { Ring } from "@/components/map/markers";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const naturalEarth = (chunks: ReactNode) => (
  <a href="https://www.naturalearthdata.com/">{chunks}</a>
);
const geonames = (chunks: ReactNode) => <a href="https://www.geonames.org/">{chunks}</a>;
const licence = (chunks: ReactNode) => (
  <a href="https://creativecommons.org/licenses/by/4.0/">{chunks}</a>
);

export function MapLegend({
  locale,
  hasCurrent = false,
  hasFounder = true,
  hasEndorsed = false,
}: {
  locale: Locale;
  hasCurrent?: boolean;
  hasFounder?: boolean;
  hasEndorsed?: boolean;
}) {
  const t = translator(locale, "map");
  return (
    <figcaption className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">
      {hasCurrent ? (
        <Meaning text={t("current")}>
          <Ring />
        </Meaning>
      ) : null}
      {hasFounder ? (
        <Meaning text={t("founders")}>
          <MarkerShape kind="founder" />
        </Meaning>
      ) : null}
      <Meaning text={t("others")}>
        <MarkerShape kind="member" />
      </Meaning>
      {hasEndorsed ? (
        <Meaning text={t("endorsed")}>
          <MarkerShape kind="endorsed" />
        </Meaning>
      ) : null}
      <span>{t.rich("sources", { naturalEarth, geonames, licence })}</span>
    </figcaption>
  );
}

function Meaning({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className="flex items-center gap-2">
      <svg viewBox="-14 -14 28 28" className="size-7" aria-hidden="true">
        {children}
      </svg>
      {text}
    </span>
  );
}
