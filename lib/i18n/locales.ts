import { match } from "@formatjs/intl-localematcher";
import Negotiator from "negotiator";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A folder in `content/` that has a `messages.json`. */
export type Locale = string & { readonly __locale: true };

const contentDirectory = join(/* turbopackIgnore: true */ process.cwd(), "content");

export const locales = readdirSync(contentDirectory).filter((name) =>
  existsSync(join(contentDirectory, name, "messages.json")),
) as Locale[];

export const defaultLocale = "en" as Locale;

export const isLocale = (value: string): value is Locale => locales.includes(value as Locale);

export const toLocale = (value: string | undefined): Locale =>
  value && isLocale(value) ? value : defaultLocale;

const directions = new Map<Locale, "ltr" | "rtl">();

export function directionOf(locale: Locale): "ltr" | "rtl" {
  const known = directions.get(locale);
  if (known) return known;
  const { direction } = new Intl.Locale(locale).getTextInfo();
  const found = direction === "rtl" ? "rtl" : "ltr";
  directions.set(locale, found);
  return found;
}

/** For an element whose text is in another language than its page. */
export const languageOf = (text: Locale, page: Locale): { lang?: Locale; dir?: "ltr" | "rtl" } =>
  text === page ? {} : { lang: text, dir: directionOf(text) };

/** In the language itself. */
export const nameOfLocale = (locale: Locale): string =>
  new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;

export function negotiateLocale(acceptLanguage: string | null): Locale {
  const headers = { "accept-language": acceptLanguage ?? "" };
  const wanted = new Negotiator({ headers }).languages().filter(isLanguageTag);
  return match(wanted, locales, defaultLocale, { algorithm: "lookup" }) as Locale;
}

/** Browsers send `*` too, and other clients anything. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

export const messagesFile = (locale: Locale): string =>
  join(contentDirectory, locale, "messages.json");

export const readMessages = (locale: Locale): unknown =>
  JSON.parse(readFileSync(messagesFile(locale), "utf8"));

/** Milliseconds since 1970. */
export const messagesChangedAt = (locale: Locale): number => statSync(messagesFile(locale)).mtimeMs;
