import { z } from "zod";

/** Which of the cities that were asked for to list. */
export type AskedFilter = {
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** As GeoNames names it; only within a country. */
  region?: string;
};

/** What an address may ask of the list. What makes no sense is as if it were not there. */
export const askedFilterSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  region: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
