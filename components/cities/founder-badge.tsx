import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function FounderBadge({ locale }: { locale: Locale }) {
  return (
    <span className="rounded-full border-2 border-accent px-2.5 text-base font-bold text-accent">
      {translator(locale, "cities")("founder")}
    </span>
  );
}
