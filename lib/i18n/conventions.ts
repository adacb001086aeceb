/**
 * The locale whose dates and numbers a language follows: English without a country would write them
 * the American way; the site is read in the whole world.
 */
export const conventionsOf = (locale: string): string => (locale === "en" ? "en-GB" : locale);

/** A language as Open Graph writes it, with the country whose conventions it follows: `en_GB`. */
export function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(conventionsOf(locale)).maximize();
  return [language, region].filter(Boolean).join("_");
}
