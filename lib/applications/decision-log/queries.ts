import {
  decisionEntriesOf,
  decisionLogKinds,
  type DecisionEntry,
  type LogEvent,
} from "@/lib/applications/decision-log/decision-entries";
import { prisma } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

export type PublishedDecision = Omit<DecisionEntry, "cityId"> & {
  city: {
    /** GeoNames id. */
    cityId: number;
    /** Null while the city has no page of its own. */
    slug: string | null;
    /** As it is called today. */
    name: string;
    countryCode: string;
  };
};

/**
 * Every decision on an application or a membership, newest first, without people and without their
 * words. Made of events, which are kept for good, so it outlives the data of the applications.
 */
export async function listPublishedDecisions(): Promise<PublishedDecision[]> {
  const entries = decisionEntriesOf(await listLogEvents());
  const cities = await findCities(entries.map(({ cityId }) => cityId));
  return entries.reverse().flatMap(({ cityId, ...entry }) => {
    const city = cities.get(cityId);
    return city ? { ...entry, city } : [];
  });
}

/** Written out, because the database uses a partial index only for what it knows in advance. */
const literalKinds = Prisma.raw(decisionLogKinds.map((kind) => `'${kind}'`).join(", "));

const listLogEvents = (): Promise<LogEvent[]> => prisma.$queryRaw<LogEvent[]>`
  SELECT at, kind, application_id AS "applicationId", city_id AS "cityId", detail
  FROM event WHERE kind IN (${literalKinds}) AND city_id IS NOT NULL ORDER BY id`;

async function findCities(ids: number[]): Promise<Map<number, PublishedDecision["city"]>> {
  const cities = await prisma.city.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      slug: true,
      name: true,
      place: { select: { countryCode: true } },
      signatory: { select: { cityId: true } },
      steps: { where: { takenBackAt: null }, select: { id: true }, take: 1 },
      totals: { where: { kind: "asks", count: { gt: 0 } }, select: { count: true } },
    },
  });
  return new Map(
    cities.map(({ id, slug, name, place, signatory, steps, totals }) => {
      const hasPage = signatory !== null || steps.length > 0 || totals.length > 0;
      const city = { cityId: id, slug: hasPage ? slug : null, name };
      return [id, { ...city, countryCode: place.countryCode }];
    }),
  );
}
