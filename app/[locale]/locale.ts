import { notFound } from "next/navigation";
import { locale } from "next/root-params";
import { isLocale, type Locale } from "@/lib/i18n/locales";

/** The language of the page that is being rendered; a language the site does not have is a 404. */
export async function currentLocale(): Promise<Locale> {
  const value = await locale();
  return value && isLocale(value) ? value : notFound();
}
