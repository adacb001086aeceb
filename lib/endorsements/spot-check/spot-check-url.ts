import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

export const spotCheckHref = (locale: Locale, token: string): string =>
  href(locale, `/endorsements/still-asking/${encodeURIComponent(token)}`);

export const spotCheckUrl = (locale: Locale, token: string): string =>
  siteUrl() + spotCheckHref(locale, token);
