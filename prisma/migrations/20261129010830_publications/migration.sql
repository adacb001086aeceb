-- CreateEnum
CREATE TYPE "publication_kind" AS ENUM ('news', 'press_release', 'event');

-- CreateEnum
CREATE TYPE "publication_state" AS ENUM ('draft', 'in_review', 'published', 'withdrawn');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'publication_written';
ALTER TYPE "event_kind" ADD VALUE 'publication_handed_over';
ALTER TYPE "event_kind" ADD VALUE 'publication_published';
ALTER TYPE "event_kind" ADD VALUE 'publication_corrected';
ALTER TYPE "event_kind" ADD VALUE 'publication_withdrawn';
ALTER TYPE "event_kind" ADD VALUE 'publication_picture_added';
ALTER TYPE "event_kind" ADD VALUE 'announcement_published';
ALTER TYPE "event_kind" ADD VALUE 'announcement_ended';

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "kind" "publication_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_text" (
    "publication_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "latest_id" UUID NOT NULL,
    "public_id" UUID,

    CONSTRAINT "publication_text_pkey" PRIMARY KEY ("publication_id","locale")
);

-- CreateTable
CREATE TABLE "publication_version" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "place" TEXT,
    "day" DATE,
    "time" TEXT,
    "time_zone" TEXT,
    "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "correction" TEXT,
    "staff_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_picture" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "link" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "staff_id" UUID NOT NULL,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publication_slug_key" ON "publication"("slug");

-- CreateIndex
CREATE INDEX "publication_state_published_at_idx" ON "publication"("state", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "publication_version_publication_id_locale_number_key" ON "publication_version"("publication_id", "locale", "number");

-- CreateIndex
CREATE UNIQUE INDEX "publication_picture_publication_id_number_key" ON "publication_picture"("publication_id", "number");

-- CreateIndex
CREATE INDEX "announcement_until_idx" ON "announcement"("until");

-- AddForeignKey
ALTER TABLE "publication_text" ADD CONSTRAINT "publication_text_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_text" ADD CONSTRAINT "publication_text_latest_id_fkey" FOREIGN KEY ("latest_id") REFERENCES "publication_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_text" ADD CONSTRAINT "publication_text_public_id_fkey" FOREIGN KEY ("public_id") REFERENCES "publication_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_version" ADD CONSTRAINT "publication_version_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_version" ADD CONSTRAINT "publication_version_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_picture" ADD CONSTRAINT "publication_picture_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
