import type { NewEvent } from "@/lib/events";
import { Prisma } from "@/prisma/generated/client";

/** As part of a statement: recorded for each row of `from`. */
export const recordedEvent = (
  { kind, actor, cityId, detail = {} }: Pick<NewEvent, "kind" | "actor" | "cityId" | "detail">,
  from: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  INSERT INTO event (kind, actor, city_id, detail)
  SELECT ${kind}::event_kind, ${actor}::actor, ${cityId}::int, ${JSON.stringify(detail)}::jsonb
  FROM ${from}`;
