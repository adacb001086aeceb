import { z } from "zod";
import { areaPattern } from "@/lib/cities/area";

export type SignatoryFilter = {
  /** The beginning of any of the city's names, in any script. */
  query?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  year?: number;
  /** As formatArea() writes it. */
  area?: string;
  /** Name of a regional map. */
  region?: string;
};

/** Invalid parameters are ignored. */
export const signatoryFilterSchema = z.object({
  query: z.string().trim().min(1).max(100).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(2018).max(9999).optional().catch(undefined),
  area: z.string().regex(areaPattern).optional().catch(undefined),
  region: z
    .string()
    .regex(/^[a-z-]{1,20}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
