-- AlterTable
ALTER TABLE "site_version" ADD COLUMN     "content_version" BIGINT NOT NULL DEFAULT 1;
