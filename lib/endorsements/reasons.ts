import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import type { HoldReason } from "@/prisma/generated/enums";

/** Why an endorsement is held, as its resident is told: half a sentence. */
export function describeReasons(locale: Locale, reasons: readonly HoldReason[]): string {
  const t = translator(locale, "endorseReasons");
  return formatter(locale).list(reasons.map((reason) => t(reason)));
}
