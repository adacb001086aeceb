import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "@/prisma/generated/enums";
import type { Transaction } from "@/lib/db";

/** Everything that is written down as having happened. */
export type EventKind =
  | "application.handed_in"
  | "application.confirmed"
  | "application.corrected"
  | "application.answered"
  | "application.withdrawn"
  | "application.expired"
  | "application.evidence_ticked"
  | "application.evidence_unticked"
  | "application.changes_requested"
  | "application.approved"
  | "application.decision_shown"
  | "application.decision_hidden"
  | "application.declined"
  | "application.reopened"
  | "application.erased"
  | "endorsement.confirmed"
  | "endorsement.held"
  | "endorsement.withdrawn"
  | "endorsement.released"
  | "endorsement.invalidated"
  | "endorsement.restored"
  | "endorsement.held_again"
  | "endorsements.deleted"
  | "endorsements.reviewed"
  | "endorsements.review_undone"
  | "endorsements.review_stopped"
  | "endorsements.review_resumed"
  | "block.added"
  | "block.removed"
  | "milestone.reached"
  | "city.contacted"
  | "city.on_hold"
  | "city.resumed"
  | "city.left"
  | "city.step_taken_back"
  | "signatory.added"
  | "signatory.removed"
  | "signatory.corrected"
  | "mail.retried"
  | "mail.readdressed"
  | "mail.dismissed"
  | "staff.added"
  | "staff.removed";

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
