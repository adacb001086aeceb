-- AlterTable
ALTER TABLE "endorsement" ADD COLUMN     "network_mark" TEXT;

-- AlterTable
ALTER TABLE "bulk_review_entry" ADD COLUMN     "is_decided" BOOLEAN NOT NULL DEFAULT false;

-- Until now an entry was written when its endorsement had been decided on.
UPDATE "bulk_review_entry" SET "is_decided" = true;

-- Of many endorsements few have one: the marks go after three days.
CREATE INDEX "endorsement_marked" ON "endorsement"("network_mark") WHERE "network_mark" IS NOT NULL;
