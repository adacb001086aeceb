import { before, dayMs } from "@/lib/durations";
import { restDays } from "@/lib/endorsements/spot-check/spot-check-days";
import { Prisma } from "@/prisma/generated/client";

/** Who agreed to emails, has not stopped them, and was not drawn lately. For a WHERE clause. */
export const mayBeDrawn = (cityId: number, now: Date): Prisma.Sql => Prisma.sql`
  endorsement.place_id = ${cityId} AND endorsement.kind = 'asks'
  AND endorsement.state = 'confirmed' AND endorsement.wants_news
  AND NOT endorsement.has_stopped_mails AND endorsement.email IS NOT NULL
  AND NOT EXISTS (SELECT FROM endorsement AS other
    WHERE other.address_hash = endorsement.address_hash
      AND other.spot_checked_at > ${before(now, restDays * dayMs).toISOString()}::timestamptz)`;
