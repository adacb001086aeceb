import { z } from "zod";
import { HoldReason } from "@/prisma/generated/enums";

/** Which held endorsements are meant; everything that is given must hold. */
export type HeldFilter = { city?: number; reason?: HoldReason; domain?: string };

/** What an address asks of the page of held endorsements. What makes no sense is as if it were not there. */
export const heldFilterSchema = z.object({
  city: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  reason: z.enum(HoldReason).optional().catch(undefined),
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9.-]{1,253}$/)
    .optional()
    .catch(undefined),
});

/** The filter as questions of an address. */
export const heldQuestions = ({ city, reason, domain }: HeldFilter): string =>
  new URLSearchParams({ ...(city && { city: String(city) }), ...(reason && { reason }), ...(domain && { domain }) }).toString();
