import { prepared } from "@/lib/database/prepared";
import { prisma } from "@/lib/db";
import { withCurrentHash } from "@/lib/endorsements/abuse/address-rotation";
import { watchedActivity, type WatchedActivity } from "@/lib/endorsements/abuse/city-alarm-queries";
import { parseStoredSettings, type Settings } from "@/lib/settings/schema";
import { hashToken } from "@/lib/tokens";
import { Prisma } from "@/prisma/generated/client";
import type {
  EndorsementKind,
  EndorsementState,
  HoldReason,
  SuppressionReason,
} from "@/prisma/generated/enums";

/** An endorsement, with what decides whether it counts or is held once it is confirmed. */
export type Confirmable = WatchedActivity & {
  id: string;
  kind: EndorsementKind;
  placeId: number;
  state: EndorsementState;
  addressHash: string;
  email: string | null;
  codeHash: string | null;
  heldFor: HoldReason[];
  submittedAt: Date;
  /** Of the same address for the same city. */
  suppression: SuppressionReason | null;
  /** Whether the site speaks of the place already. */
  isCity: boolean;
  settings: Settings;
};

/** By the link of its mail, or by the page that takes its code. */
type Way = { token: string } | { statusKey: string };

export async function findConfirmable(way: Way, now: Date): Promise<Confirmable | null> {
  const found = await read(way, now);
  // Whatever is known of the address moves with its hash.
  return found && (await withCurrentHash(found)) !== found ? read(way, now) : found;
}

/** In one statement: all residents of a campaign wait for each other's. */
async function read(way: Way, now: Date): Promise<Confirmable | null> {
  const [found] = await prisma.$queryRaw<(Confirmable & { settings: unknown })[]>`${prepared}
    SELECT e.id, e.kind, e.place_id AS "placeId", e.state, e.address_hash AS "addressHash",
      e.email, e.code_hash AS "codeHash", e.held_for::text[] AS "heldFor",
      e.asked_at AS "submittedAt", ${watchedActivity(now)},
      (SELECT reason FROM suppression WHERE suppression.address_hash = e.address_hash
        AND city_id = place.id AND suppression.kind = e.kind) AS suppression,
      EXISTS (SELECT FROM city WHERE id = place.id) AS "isCity",
      (SELECT "values" FROM settings WHERE id = 1) AS settings
    FROM ${"token" in way ? linkedBy(way.token) : keptBy(way.statusKey)}
      JOIN place ON place.id = e.place_id`;
  return found ? { ...found, settings: parseStoredSettings(found.settings) } : null;
}

const linkedBy = (token: string): Prisma.Sql => Prisma.sql`endorsement_link
  JOIN endorsement AS e ON e.id = endorsement_id AND token_hash = ${hashToken(token)}`;

const keptBy = (statusKey: string): Prisma.Sql => Prisma.sql`(
  SELECT * FROM endorsement WHERE status_key_hash = ${hashToken(statusKey)}) AS e`;
