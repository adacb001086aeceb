import { prepared } from "@/lib/database/prepared";
import type { Transaction } from "@/lib/db";
import { recordedCount } from "@/lib/endorsements/counts/record-count";
import { expiresWhenSubmittedBefore } from "@/lib/endorsements/retention/retention-periods";
import { recordedEvent } from "@/lib/events-sql";
import { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, HoldReason } from "@/prisma/generated/enums";

type Unconfirmed = { id: string; kind: EndorsementKind; placeId: number; addressHash: string };

/** `isPublished`: its count is public, and the site's version was raised. */
type Activated = { isPublished: boolean };

const activated = Prisma.sql`activated`;

/**
 * The endorsement, its event and its count in one statement, which is a transaction where it stands
 * alone. For some reason it is held, and does not count.
 *
 * @param client of a transaction, or the database
 * @returns null if it was confirmed a moment ago, or is too old
 * @throws a unique violation if the address has an active endorsement for the city already
 */
export async function activate(
  client: Transaction,
  { id, kind, placeId: cityId, addressHash }: Unconfirmed,
  heldFor: HoldReason[],
  now: Date,
): Promise<Activated | null> {
  const isHeld = heldFor.length > 0;
  const event = recordedEvent(
    {
      ...{ kind: isHeld ? "endorsement_held" : "endorsement_confirmed", actor: "resident", cityId },
      detail: isHeld ? { kind, reasons: heldFor } : { kind },
    },
    activated,
  );
  const count = isHeld
    ? Prisma.sql`recorded AS (SELECT false AS is_published FROM activated)`
    : recordedCount({ cityId, kind }, "added", now, activated);
  const [outcome] = await client.$queryRaw<Activated[]>`${prepared}
    WITH activated AS (
      UPDATE endorsement SET state = ${isHeld ? "held" : "confirmed"}::endorsement_state,
        active_address_hash = ${addressHash}, held_for = ${heldFor}::text[]::hold_reason[],
        confirmed_at = ${now.toISOString()}::timestamptz
      WHERE id = ${id}::uuid AND state = 'unconfirmed' AND email IS NOT NULL
        AND asked_at > ${expiresWhenSubmittedBefore(now).toISOString()}::timestamptz
      RETURNING id
    ),
    event AS (${event}),
    -- A withdrawn endorsement may come back; an invalidation lasts until staff release it.
    suppressed AS (
      DELETE FROM suppression WHERE EXISTS (SELECT FROM activated)
        AND address_hash = ${addressHash} AND city_id = ${cityId}::int
        AND kind = ${kind}::endorsement_kind AND reason <> 'invalidated'
    ),
    ${count}
    SELECT is_published AS "isPublished" FROM recorded`;
  return outcome ?? null;
}
