-- CreateEnum
CREATE TYPE "endorsement_kind" AS ENUM ('asks', 'thanks');

-- CreateEnum
CREATE TYPE "endorsement_state" AS ENUM ('unconfirmed', 'confirmed', 'held');

-- CreateEnum
CREATE TYPE "hold_reason" AS ENUM ('honeypot', 'too_fast', 'replayed_form', 'network', 'mail_domain', 'city', 'blocked', 'under_attack');

-- CreateEnum
CREATE TYPE "suppression_reason" AS ENUM ('withdrawn', 'not_me', 'invalidated');

-- CreateEnum
CREATE TYPE "blocked_thing" AS ENUM ('mail_domain', 'network');

-- AlterEnum
ALTER TYPE "actor" ADD VALUE 'resident';

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "endorsement_id" UUID,
ADD COLUMN     "unsubscribe_url" TEXT;

-- CreateTable
CREATE TABLE "endorsement" (
    "id" UUID NOT NULL,
    "kind" "endorsement_kind" NOT NULL,
    "state" "endorsement_state" NOT NULL DEFAULT 'unconfirmed',
    "city_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "declaration_version" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "voice_of" TEXT,
    "email" TEXT,
    "name" TEXT,
    "is_name_public" BOOLEAN NOT NULL DEFAULT false,
    "wants_news" BOOLEAN NOT NULL DEFAULT false,
    "has_stopped_mails" BOOLEAN NOT NULL DEFAULT false,
    "ask_key_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "code_attempts" INTEGER NOT NULL DEFAULT 0,
    "held_for" "hold_reason"[],
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reminded_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endorsement_link" (
    "token_hash" TEXT NOT NULL,
    "endorsement_id" UUID NOT NULL,

    CONSTRAINT "endorsement_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "endorsement_tally" (
    "city_id" INTEGER NOT NULL,
    "kind" "endorsement_kind" NOT NULL,
    "day" DATE NOT NULL,
    "added" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "is_published" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "endorsement_tally_pkey" PRIMARY KEY ("city_id","kind","day")
);

-- CreateTable
CREATE TABLE "count_publication" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "count_publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "city_id" INTEGER NOT NULL,
    "kind" "endorsement_kind" NOT NULL,
    "reason" "suppression_reason" NOT NULL,
    "was_counted" BOOLEAN NOT NULL,
    "suppressed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "thing" "blocked_thing" NOT NULL,
    "value" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "blocked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_pkey" PRIMARY KEY ("thing","value")
);

-- CreateTable
CREATE TABLE "ask_count" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ask_count_pkey" PRIMARY KEY ("scope","key","minutes","starts_at")
);

-- CreateTable
CREATE TABLE "network_salt" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "network_salt_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "endorsement_ask_key_hash_key" ON "endorsement"("ask_key_hash");

-- CreateIndex
CREATE INDEX "endorsement_address_hash_idx" ON "endorsement"("address_hash");

-- CreateIndex
CREATE INDEX "endorsement_state_asked_at_idx" ON "endorsement"("state", "asked_at");

-- CreateIndex
CREATE INDEX "endorsement_city_id_state_idx" ON "endorsement"("city_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "endorsement_city_id_kind_voice_of_key" ON "endorsement"("city_id", "kind", "voice_of");

-- CreateIndex
CREATE INDEX "endorsement_link_endorsement_id_idx" ON "endorsement_link"("endorsement_id");

-- CreateIndex
CREATE UNIQUE INDEX "suppression_address_hash_city_id_kind_key" ON "suppression"("address_hash", "city_id", "kind");

-- CreateIndex
CREATE INDEX "ask_count_starts_at_idx" ON "ask_count"("starts_at");

-- CreateIndex
CREATE INDEX "mail_endorsement_id_idx" ON "mail"("endorsement_id");

-- AddForeignKey
ALTER TABLE "endorsement" ADD CONSTRAINT "endorsement_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement_link" ADD CONSTRAINT "endorsement_link_endorsement_id_fkey" FOREIGN KEY ("endorsement_id") REFERENCES "endorsement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endorsement_tally" ADD CONSTRAINT "endorsement_tally_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The numbers that the public pages do not show yet: a handful of rows, looked for every few seconds.
CREATE INDEX "endorsement_tally_unpublished_idx" ON "endorsement_tally" ("city_id") WHERE NOT "is_published";
