import { claimsHoldSince } from "@/lib/applications/claims/claims";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { Prisma } from "@/prisma/generated/client";

/** The claims that hold: of staff who are here still, and not so old that they have ended. */
export const heldClaims = (now: Date, settings: ReviewSettings): Prisma.Sql => Prisma.sql`
  (SELECT claim.application_id, claim.staff_id, claim.claimed_at, coalesce(staff.name,
    staff.email) AS holder
   FROM claim JOIN staff ON staff.id = claim.staff_id AND staff.removed_at IS NULL
   WHERE claim.claimed_at >= ${claimsHoldSince(now, settings).toISOString()}::timestamptz)`;
