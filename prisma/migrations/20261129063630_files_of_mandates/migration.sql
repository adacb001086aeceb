-- CreateEnum
CREATE TYPE "mandate_file_format" AS ENUM ('pdf', 'jpeg');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'application_file_added';
ALTER TYPE "event_kind" ADD VALUE 'application_file_removed';

-- CreateTable
CREATE TABLE "mandate_file" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" "mandate_file_format" NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "bytes" BYTEA,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mandate_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mandate_file_application_id_idx" ON "mandate_file"("application_id");

-- AddForeignKey
ALTER TABLE "mandate_file" ADD CONSTRAINT "mandate_file_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
