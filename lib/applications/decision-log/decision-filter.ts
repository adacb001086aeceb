import { z } from "zod";

/** Invalid values count as absent. */
export const decisionFilterSchema = z.object({
  year: z.coerce.number().int().min(2018).max(9999).optional().catch(undefined),
  /** GeoNames id. */
  city: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type DecisionFilter = Omit<z.infer<typeof decisionFilterSchema>, "page">;
