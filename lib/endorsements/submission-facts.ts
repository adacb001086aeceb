import { saltOf } from "@/lib/abuse/network-hash";
import { prisma } from "@/lib/db";
import { isBlocked } from "@/lib/endorsements/abuse/blocks";
import type { AlarmReason } from "@/lib/endorsements/abuse/city-alarm";
import { openAlarmReason } from "@/lib/endorsements/abuse/city-alarm-queries";

type Submission = {
  cityId: number;
  email: string;
  network: string | null;
  addressHash: string;
  /** Of the page that takes the code: one of them is stored if the same form was sent before. */
  statusKeyHashes: string[];
};

/** What decides what becomes of a submission. */
export type SubmissionFacts = {
  cityName: string;
  hasSigned: boolean;
  sentAs: string | null;
  /** The address's active endorsement of the city. */
  activeId: string | null;
  activeEmail: string | null;
  /** Its owner has said that somebody else used it. */
  isMailRefused: boolean;
  isBlocked: boolean;
  alarm: AlarmReason | null;
  networkSalt: string | null;
};

/** In one statement: all residents of a campaign wait for each other's. Null: no such place. */
export async function findSubmissionFacts(
  { cityId, email, network, addressHash, statusKeyHashes }: Submission,
  now: Date,
): Promise<SubmissionFacts | null> {
  const [facts] = await prisma.$queryRaw<SubmissionFacts[]>`
    SELECT coalesce(city.name, place.name) AS "cityName",
      signatory.city_id IS NOT NULL AS "hasSigned",
      (SELECT status_key_hash FROM endorsement
        WHERE status_key_hash = ANY(${statusKeyHashes}::text[]) LIMIT 1) AS "sentAs",
      active.id AS "activeId", active.email AS "activeEmail",
      EXISTS (SELECT FROM suppression
        WHERE address_hash = ${addressHash} AND reason = 'not_me') AS "isMailRefused",
      ${isBlocked(email, network)} AS "isBlocked",
      ${openAlarmReason} AS alarm,
      ${saltOf(now)} AS "networkSalt"
    FROM place LEFT JOIN city ON city.id = place.id
      LEFT JOIN signatory ON signatory.city_id = place.id
      LEFT JOIN endorsement AS active ON active.place_id = place.id
        AND active.active_address_hash = ${addressHash}
        AND active.kind = (CASE WHEN signatory.city_id IS NULL THEN 'asks' ELSE 'thanks'
          END)::endorsement_kind
    WHERE place.id = ${cityId}`;
  return facts ?? null;
}
