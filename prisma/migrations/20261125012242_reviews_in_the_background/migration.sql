-- AlterTable
ALTER TABLE "bulk_review" ADD COLUMN     "finished_at" TIMESTAMPTZ(3),
ADD COLUMN     "remaining" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "stopped_at" TIMESTAMPTZ(3),
ADD COLUMN     "stopped_by_id" UUID;

-- AlterTable
ALTER TABLE "endorsement_tally" ADD COLUMN     "is_checked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "signatory" ADD COLUMN     "residents_told_at" TIMESTAMPTZ(3);

-- AddForeignKey
ALTER TABLE "bulk_review" ADD CONSTRAINT "bulk_review_stopped_by_id_fkey" FOREIGN KEY ("stopped_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What waited for the next press of a button goes on when somebody lets it; all else is done.
UPDATE "bulk_review" SET "remaining" = (
  SELECT count(*) FROM "bulk_review_entry" WHERE "bulk_review_id" = "bulk_review"."id" AND "is_decided" = ("undone_at" IS NOT NULL)
);
UPDATE "bulk_review" SET "stopped_at" = CURRENT_TIMESTAMP WHERE "remaining" > 0;
UPDATE "bulk_review" SET "finished_at" = coalesce("undone_at", "ran_at") WHERE "remaining" = 0;
UPDATE "bulk_review" SET "settled_at" = CURRENT_TIMESTAMP WHERE "remaining" = 0 AND ("undone_at" IS NOT NULL OR "action" = 'invalidate');

-- Of many entries the first that is left is looked for again and again.
CREATE INDEX "bulk_review_entry_undecided_idx" ON "bulk_review_entry" ("bulk_review_id", "subject_id") WHERE NOT "is_decided";

-- Looked for every few seconds: a handful of rows, or none.
CREATE INDEX "endorsement_tally_unchecked_idx" ON "endorsement_tally" ("city_id", "day") WHERE NOT "is_checked" AND "kind" = 'asks';
CREATE INDEX "signatory_untold_idx" ON "signatory" ("city_id") WHERE "residents_told_at" IS NULL;
