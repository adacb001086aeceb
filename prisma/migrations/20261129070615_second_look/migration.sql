-- CreateEnum
CREATE TYPE "appeal_outcome" AS ENUM ('upheld', 'overturned');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'application_appealed';
ALTER TYPE "event_kind" ADD VALUE 'application_appeal_upheld';
ALTER TYPE "event_kind" ADD VALUE 'application_approval_proposed';
ALTER TYPE "event_kind" ADD VALUE 'application_approval_returned';
ALTER TYPE "event_kind" ADD VALUE 'application_sample_answered';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "mail_kind" ADD VALUE 'application_appeal_received';
ALTER TYPE "mail_kind" ADD VALUE 'application_appeal_upheld';
ALTER TYPE "mail_kind" ADD VALUE 'application_appeal_overturned';
ALTER TYPE "mail_kind" ADD VALUE 'staff_second_look';

-- CreateTable
CREATE TABLE "approval_proposal" (
    "application_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "message" TEXT,
    "staff_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "return_note" TEXT,
    "returned_by_id" UUID,

    CONSTRAINT "approval_proposal_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "text" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "appeal_outcome",
    "answer" TEXT,
    "staff_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_sample" (
    "decision_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agrees" BOOLEAN,
    "note" TEXT,
    "staff_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_sample_pkey" PRIMARY KEY ("decision_id")
);

-- CreateIndex
CREATE INDEX "approval_proposal_staff_id_idx" ON "approval_proposal"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision_id_key" ON "appeal"("decision_id");

-- CreateIndex
CREATE INDEX "appeal_application_id_idx" ON "appeal"("application_id");

-- CreateIndex
CREATE INDEX "appeal_outcome_asked_at_idx" ON "appeal"("outcome", "asked_at");

-- CreateIndex
CREATE INDEX "decision_sample_application_id_idx" ON "decision_sample"("application_id");

-- CreateIndex
CREATE INDEX "decision_sample_answered_at_drawn_at_idx" ON "decision_sample"("answered_at", "drawn_at");

-- AddForeignKey
ALTER TABLE "approval_proposal" ADD CONSTRAINT "approval_proposal_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_proposal" ADD CONSTRAINT "approval_proposal_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_proposal" ADD CONSTRAINT "approval_proposal_returned_by_id_fkey" FOREIGN KEY ("returned_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_sample" ADD CONSTRAINT "decision_sample_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_sample" ADD CONSTRAINT "decision_sample_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_sample" ADD CONSTRAINT "decision_sample_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
