import type { Prisma } from "@/prisma/generated/client";
import { EventKind, type Actor } from "@/prisma/generated/enums";
import type { Transaction } from "@/lib/db";

export const eventKindsOf = (subject: string): EventKind[] =>
  Object.values(EventKind).filter((kind) => kind.startsWith(`${subject}_`));

export type NewEvent = {
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
