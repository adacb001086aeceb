/** English without a country would give American dates and numbers. */
export const conventionsOf = (locale: string): string => (locale === "en" ? "en-GB" : locale);

/** As Open Graph writes it: `en_GB`. */
export function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(conventionsOf(locale)).maximize();
  return [language, region].filter(Boolean).join("_");
}
