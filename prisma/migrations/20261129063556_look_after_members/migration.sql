-- CreateEnum
CREATE TYPE "signatory_state" AS ENUM ('active', 'on_hold', 'suspended', 'merged');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('political', 'technical', 'communication', 'general');

-- CreateEnum
CREATE TYPE "city_link_kind" AS ENUM ('merged', 'duplicate');

-- AlterEnum
ALTER TYPE "actor" ADD VALUE 'contact';

-- AlterEnum
ALTER TYPE "bulletin_kind" ADD VALUE 'suspended';

-- AlterEnum
ALTER TYPE "city_step_kind" ADD VALUE 'suspended';

-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'city_suspended';
ALTER TYPE "event_kind" ADD VALUE 'member_contact_added';
ALTER TYPE "event_kind" ADD VALUE 'member_contact_changed';
ALTER TYPE "event_kind" ADD VALUE 'member_contact_removed';
ALTER TYPE "event_kind" ADD VALUE 'member_contacts_erased';
ALTER TYPE "event_kind" ADD VALUE 'member_reconfirmation_asked';
ALTER TYPE "event_kind" ADD VALUE 'member_reconfirmed';
ALTER TYPE "event_kind" ADD VALUE 'member_renamed';
ALTER TYPE "event_kind" ADD VALUE 'member_linked';
ALTER TYPE "event_kind" ADD VALUE 'member_link_undone';

-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'endorsement_suspended';
ALTER TYPE "mail_kind" ADD VALUE 'member_reconfirm';
ALTER TYPE "mail_kind" ADD VALUE 'member_reconfirm_reminder';

-- DropForeignKey
ALTER TABLE "city_step" DROP CONSTRAINT "city_step_staff_id_fkey";

-- AlterTable
ALTER TABLE "city_step" ADD COLUMN     "public_reason" TEXT,
ALTER COLUMN "staff_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "reconfirmation_id" UUID;

-- AlterTable
ALTER TABLE "signatory" ADD COLUMN     "state" "signatory_state" NOT NULL DEFAULT 'active';

-- CreateTable
CREATE TABLE "member_contact" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "kind" "contact_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "application_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconfirmation" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "open_for_city_id" INTEGER,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reached_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "lapsed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconfirmation_link" (
    "token_hash" TEXT NOT NULL,
    "reconfirmation_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reconfirmation_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "city_rename" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "name_before" TEXT NOT NULL,
    "name_after" TEXT NOT NULL,
    "slug_before" TEXT NOT NULL,
    "slug_after" TEXT NOT NULL,
    "renamed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "city_rename_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "city_link" (
    "id" UUID NOT NULL,
    "kind" "city_link_kind" NOT NULL,
    "city_id" INTEGER NOT NULL,
    "in_force_for_id" INTEGER,
    "into_city_id" INTEGER NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "city_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_contact_application_id_key" ON "member_contact"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_contact_city_id_email_key" ON "member_contact"("city_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "reconfirmation_open_for_city_id_key" ON "reconfirmation"("open_for_city_id");

-- CreateIndex
CREATE INDEX "reconfirmation_city_id_asked_at_idx" ON "reconfirmation"("city_id", "asked_at");

-- CreateIndex
CREATE INDEX "reconfirmation_link_reconfirmation_id_idx" ON "reconfirmation_link"("reconfirmation_id");

-- CreateIndex
CREATE INDEX "reconfirmation_link_contact_id_idx" ON "reconfirmation_link"("contact_id");

-- CreateIndex
CREATE INDEX "city_rename_city_id_renamed_at_idx" ON "city_rename"("city_id", "renamed_at");

-- CreateIndex
CREATE INDEX "city_rename_slug_before_idx" ON "city_rename"("slug_before");

-- CreateIndex
CREATE INDEX "city_rename_slug_after_idx" ON "city_rename"("slug_after");

-- CreateIndex
CREATE UNIQUE INDEX "city_link_in_force_for_id_key" ON "city_link"("in_force_for_id");

-- CreateIndex
CREATE INDEX "city_link_city_id_idx" ON "city_link"("city_id");

-- CreateIndex
CREATE INDEX "city_link_into_city_id_idx" ON "city_link"("into_city_id");

-- CreateIndex
CREATE INDEX "mail_reconfirmation_id_idx" ON "mail"("reconfirmation_id");

-- AddForeignKey
ALTER TABLE "member_contact" ADD CONSTRAINT "member_contact_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_contact" ADD CONSTRAINT "member_contact_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconfirmation" ADD CONSTRAINT "reconfirmation_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconfirmation_link" ADD CONSTRAINT "reconfirmation_link_reconfirmation_id_fkey" FOREIGN KEY ("reconfirmation_id") REFERENCES "reconfirmation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconfirmation_link" ADD CONSTRAINT "reconfirmation_link_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "member_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_rename" ADD CONSTRAINT "city_rename_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_link" ADD CONSTRAINT "city_link_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_link" ADD CONSTRAINT "city_link_into_city_id_fkey" FOREIGN KEY ("into_city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_step" ADD CONSTRAINT "city_step_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_reconfirmation_id_fkey" FOREIGN KEY ("reconfirmation_id") REFERENCES "reconfirmation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
