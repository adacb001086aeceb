import type { Transaction } from "@/lib/db";
import { watchedActivity, type WatchedActivity } from "@/lib/endorsements/abuse/city-alarm-queries";
import { parseStoredSettings, type Settings } from "@/lib/settings/schema";
import type { EndorsementKind, SuppressionReason } from "@/prisma/generated/enums";

/** What decides whether a confirmed endorsement counts, or is held. */
type ActivationFacts = WatchedActivity & {
  /** Of the same address for the same city. */
  suppression: SuppressionReason | null;
  /** Whether the site speaks of the place already. */
  isCity: boolean;
  settings: Settings;
};

/** @throws when there is no such place */
export async function findActivationFacts(
  tx: Transaction,
  { addressHash, cityId, kind }: { addressHash: string; cityId: number; kind: EndorsementKind },
  now: Date,
): Promise<ActivationFacts> {
  const [facts] = await tx.$queryRaw<(ActivationFacts & { settings: unknown })[]>`
    SELECT ${watchedActivity(now)},
      (SELECT reason FROM suppression WHERE address_hash = ${addressHash}
        AND city_id = place.id AND kind = ${kind}::endorsement_kind) AS suppression,
      EXISTS (SELECT FROM city WHERE id = place.id) AS "isCity",
      (SELECT "values" FROM settings WHERE id = 1) AS settings
    FROM place WHERE id = ${cityId}`;
  if (!facts) throw new Error(`There is no place with the GeoNames id ${cityId}.`);
  return { ...facts, settings: parseStoredSettings(facts.settings) };
}
