-- CreateEnum
CREATE TYPE "link_failure" AS ENUM ('not_allowed', 'not_public', 'no_such_name', 'unreachable', 'untrusted', 'too_slow', 'too_many_redirects');

-- CreateEnum
CREATE TYPE "check_name" AS ENUM ('contact_domain', 'free_mail', 'similar_city', 'mandate_link');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'application_check_overridden';
ALTER TYPE "event_kind" ADD VALUE 'application_check_restored';
ALTER TYPE "event_kind" ADD VALUE 'application_link_asked';

-- CreateTable
CREATE TABLE "link_check" (
    "application_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "failure" "link_failure",

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("application_id")
);

-- CreateTable
CREATE TABLE "check_override" (
    "application_id" UUID NOT NULL,
    "check" "check_name" NOT NULL,
    "reason" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "overridden_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_override_pkey" PRIMARY KEY ("application_id","check")
);

-- AddForeignKey
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_override" ADD CONSTRAINT "check_override_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_override" ADD CONSTRAINT "check_override_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
