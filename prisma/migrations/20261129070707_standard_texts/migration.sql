-- CreateEnum
CREATE TYPE "standard_text_kind" AS ENUM ('change_request', 'decline');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'standard_text_written';
ALTER TYPE "event_kind" ADD VALUE 'standard_text_retired';
ALTER TYPE "event_kind" ADD VALUE 'standard_text_restored';

-- CreateTable
CREATE TABLE "standard_text" (
    "id" UUID NOT NULL,
    "kind" "standard_text_kind" NOT NULL,
    "reason" "decline_reason",
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "standard_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standard_text_version" (
    "text_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "standard_text_version_pkey" PRIMARY KEY ("text_id","number")
);

-- AddForeignKey
ALTER TABLE "standard_text_version" ADD CONSTRAINT "standard_text_version_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "standard_text"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standard_text_version" ADD CONSTRAINT "standard_text_version_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
