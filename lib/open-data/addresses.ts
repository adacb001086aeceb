import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";

/** E.g. `dataAddress("signatories.json")`. */
export const dataAddress = (file: string): string => `${siteUrl()}/data/v1/${file}`;

/** Data are in English, so they lead to the English page. */
export const pageAddress = (path: `/${string}`): string => siteUrl() + href(defaultLocale, path);
