-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'application_assigned';
ALTER TYPE "event_kind" ADD VALUE 'application_assignment_undone';
ALTER TYPE "event_kind" ADD VALUE 'application_reminded';
ALTER TYPE "event_kind" ADD VALUE 'data_exported';

-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'application_reminder';

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "has_morning_mail" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "morning_mail_on" DATE;

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "assignee_id" UUID NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "entries" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_assigned_at_idx" ON "assignment"("assigned_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_staff_id_name_key" ON "saved_filter"("staff_id", "name");

-- CreateIndex
CREATE INDEX "event_city_id_kind_id_idx" ON "event"("city_id", "kind", "id");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
