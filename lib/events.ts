import { Prisma } from "@/prisma/generated/client";
import { EventKind, type Actor } from "@/prisma/generated/enums";
import type { Transaction } from "@/lib/db";

export const eventKindsOf = (subject: string): EventKind[] =>
  Object.values(EventKind).filter((kind) => kind.startsWith(`${subject}_`));

type NewEvent = {
  kind: EventKind;
  actor: Actor;
  staffId?: string;
  applicationId?: string;
  cityId?: number;
  /** Never personal data of an applicant or a resident: events are kept for good. */
  detail?: Prisma.InputJsonObject;
};

export async function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.event.create({ data: event });
}

/** As part of a statement: recorded for each row of `from`. */
export const recordedEvent = (
  { kind, actor, cityId, detail = {} }: Pick<NewEvent, "kind" | "actor" | "cityId" | "detail">,
  from: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  INSERT INTO event (kind, actor, city_id, detail)
  SELECT ${kind}::event_kind, ${actor}::actor, ${cityId}::int, ${JSON.stringify(detail)}::jsonb
  FROM ${from}`;
