import { isolate } from "@/lib/i18n/isolate";
import { directionOf, type Locale } from "@/lib/i18n/locales";

/**
 * Whether a template's messages are written around a name as around its slot: one of the other
 * direction is isolated in them, and letters of a slot are Latin.
 */
export function fitsSlot(locale: Locale, name: string): boolean {
  const direction = directionOf(locale);
  const isIsolated = (text: string) => isolate(text, direction) !== text;
  return isIsolated(name) === isIsolated("slot");
}
