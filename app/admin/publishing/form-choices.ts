import { locales, nameOfLocale } from "@/lib/i18n/locales";
import type { PublicationKind } from "@/prisma/generated/enums";

export const languageChoices = () =>
  locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }));

/** Of the server: a browser may know others. */
export const timeZones = (kind: PublicationKind): string[] =>
  kind === "event" ? ["UTC", ...Intl.supportedValuesOf("timeZone")] : [];
