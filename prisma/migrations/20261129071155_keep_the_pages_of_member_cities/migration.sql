-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "event_kind" ADD VALUE 'member_page_edited';
ALTER TYPE "event_kind" ADD VALUE 'member_page_restored';
ALTER TYPE "event_kind" ADD VALUE 'member_page_proposed';
ALTER TYPE "event_kind" ADD VALUE 'member_page_accepted';
ALTER TYPE "event_kind" ADD VALUE 'member_page_declined';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "mail_kind" ADD VALUE 'member_page_link';
ALTER TYPE "mail_kind" ADD VALUE 'member_page_decided';

-- CreateTable
CREATE TABLE "city_page" (
    "city_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "city_page_pkey" PRIMARY KEY ("city_id")
);

-- CreateTable
CREATE TABLE "city_page_version" (
    "city_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "restores" INTEGER,
    "is_proposed" BOOLEAN NOT NULL DEFAULT false,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "city_page_version_pkey" PRIMARY KEY ("city_id","number")
);

-- CreateTable
CREATE TABLE "page_link" (
    "token_hash" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "page_proposal" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "contact_id" UUID,
    "changes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "page_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "page_link_contact_id_idx" ON "page_link"("contact_id");

-- CreateIndex
CREATE INDEX "page_link_expires_at_idx" ON "page_link"("expires_at");

-- CreateIndex
CREATE INDEX "page_proposal_city_id_idx" ON "page_proposal"("city_id");

-- CreateIndex
CREATE INDEX "page_proposal_contact_id_idx" ON "page_proposal"("contact_id");

-- CreateIndex
CREATE INDEX "page_proposal_decided_at_idx" ON "page_proposal"("decided_at");

-- AddForeignKey
ALTER TABLE "city_page" ADD CONSTRAINT "city_page_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_page_version" ADD CONSTRAINT "city_page_version_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city_page"("city_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_link" ADD CONSTRAINT "page_link_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "member_contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_proposal" ADD CONSTRAINT "page_proposal_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_proposal" ADD CONSTRAINT "page_proposal_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "member_contact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a page has said stays: an edit that is undone is written once more.
CREATE FUNCTION refuse_page_version_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'The versions of a city''s page are append-only';
END $$;

CREATE TRIGGER city_page_version_is_append_only BEFORE DELETE OR UPDATE ON city_page_version FOR EACH ROW EXECUTE FUNCTION refuse_page_version_change();
