import { z } from "zod";
import { nameOfCountry } from "@/lib/i18n/translator";
import { defaultLocale } from "@/lib/i18n/locales";
import { pageAddress } from "@/lib/open-data/addresses";

/** How every dataset says which city a row is about. */
export const cityFields = {
  geonames_id: z
    .int()
    .positive()
    .meta({
      description: "GeoNames number of the city. It never changes.",
      examples: [2759794],
    }),
  slug: z.string().meta({
    description: "The city in the addresses of this site.",
    examples: ["amsterdam"],
  }),
  name: z.string().meta({
    description: "Name of the city as the coalition uses it.",
    examples: ["Amsterdam"],
  }),
  country_code: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .meta({ description: "Country, as ISO 3166-1 alpha-2.", examples: ["NL"] }),
  country: z
    .string()
    .meta({ description: "Name of the country in English.", examples: ["Netherlands"] }),
};

export const regionField = z
  .string()
  .nullable()
  .meta({
    description: "State, province or region. Empty where GeoNames has none.",
    examples: ["North Holland"],
  });

type City<Slug> = { cityId: number; slug: Slug; name: string; countryCode: string };

export const cityCells = <Slug>({ cityId, slug, name, countryCode }: City<Slug>) => ({
  geonames_id: cityId,
  slug,
  name,
  country_code: countryCode,
  country: nameOfCountry(defaultLocale, countryCode),
});

export const cityPage = (slug: string): string => pageAddress(`/cities/${slug}`);

export const pageField = z.url().meta({ description: "Page of this site with more about it." });
