import type { Prisma } from "@/prisma/generated/client";
import { EventKind, type Actor } from "@/prisma/generated/enums";
import type { Transaction } from "@/lib/db";

/** The kinds of event about something, e.g. "signatory". */
export const eventKindsOf = (subject: string): EventKind[] =>
  Object.values(EventKind).filter((kind) => kind.startsWith(`${subject}_`));

type NewEvent = {
  kind: EventKind;
  actor: Actor;
  staffId?: string;
  applicationId?: string;
  cityId?: number;
  /**
   * Facts about the change, never personal data of an applicant or a resident: events are kept for
   * good.
   */
  detail?: Prisma.InputJsonObject;
};

/** Writes an event in the transaction of what it speaks of. */
export async function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.event.create({ data: event });
}
