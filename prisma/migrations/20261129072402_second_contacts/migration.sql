-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'application_second_contact_agreed';
ALTER TYPE "event_kind" ADD VALUE 'application_second_contact_removed';

-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'application_second_contact';

-- AlterTable
ALTER TABLE "application_link" ADD COLUMN     "is_of_second" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "second_contact" (
    "application_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT,
    "invited_at" TIMESTAMPTZ(3),
    "agreed_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_contact_pkey" PRIMARY KEY ("application_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "second_contact_token_hash_key" ON "second_contact"("token_hash");

-- AddForeignKey
ALTER TABLE "second_contact" ADD CONSTRAINT "second_contact_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
