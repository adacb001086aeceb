-- CreateEnum
CREATE TYPE "rate_limit_scope" AS ENUM ('network', 'mail_domain', 'big_provider', 'city', 'form', 'proof', 'guess', 'join_network', 'join_mailbox', 'mail_to_mailbox', 'mail_to_domain', 'mail_to_provider');

-- Mails are counted by mailbox from now on, and no longer by address.
DELETE FROM "ask_count" WHERE "scope" = 'address';

-- What has been counted today goes on counting.
ALTER TABLE "ask_count" RENAME TO "rate_limit_count";
ALTER TABLE "rate_limit_count" RENAME COLUMN "starts_at" TO "window_start";
ALTER TABLE "rate_limit_count" RENAME COLUMN "minutes" TO "window_minutes";
ALTER TABLE "rate_limit_count" ALTER COLUMN "scope" TYPE "rate_limit_scope" USING "scope"::"rate_limit_scope";
ALTER TABLE "rate_limit_count" RENAME CONSTRAINT "ask_count_pkey" TO "rate_limit_count_pkey";
ALTER INDEX "ask_count_starts_at_idx" RENAME TO "rate_limit_count_window_start_idx";

-- Networks of IPv6 are written in their shortest form from now on: 2001:db8::/48, before 2001:db8:0::/48.
UPDATE "block" SET "value" = "value"::cidr::text WHERE "thing" = 'network';
