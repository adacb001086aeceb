-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'application_delay_told';

-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'application_delayed';

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "delay_told_at" TIMESTAMPTZ(3);
