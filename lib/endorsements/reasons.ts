import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import type { HoldReason } from "@/prisma/generated/enums";

/** Half a sentence, for the resident. */
export function describeReasons(locale: Locale, reasons: readonly HoldReason[]): string {
  const t = translator(locale, "endorseReasons");
  return formatter(locale).list(reasons.map((reason) => t(reason)));
}
