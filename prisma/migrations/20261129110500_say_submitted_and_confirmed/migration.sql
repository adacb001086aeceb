-- An application is submitted, and then its address is confirmed: the columns and the event say so.
ALTER TABLE "application" RENAME COLUMN "submitted_at" TO "confirmed_at";
ALTER TABLE "application" RENAME COLUMN "handed_in_at" TO "submitted_at";
ALTER INDEX "application_state_submitted_at_idx" RENAME TO "application_state_confirmed_at_idx";
ALTER TYPE "event_kind" RENAME VALUE 'application_handed_in' TO 'application_submitted';
