import { z } from "zod";

export type EndorsedCitiesFilter = {
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** GeoNames name; only with a country. */
  region?: string;
};

/** Invalid values count as absent. */
export const endorsedCitiesFilterSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  region: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
