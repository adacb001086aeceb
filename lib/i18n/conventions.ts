/** The locale whose dates and numbers a language follows: English without a country would write them the American way; the site is read in the whole world. */
export const conventionsOf = (locale: string): string => (locale === "en" ? "en-GB" : locale);
