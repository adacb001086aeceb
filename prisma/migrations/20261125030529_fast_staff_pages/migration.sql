-- AlterTable
ALTER TABLE "endorsement" ADD COLUMN     "mail_domain" TEXT
  GENERATED ALWAYS AS (lower(substring("email" FROM '@([^@]*)$'))) STORED;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "dismissed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "endorsement_total" (
    "city_id" INTEGER NOT NULL,
    "kind" "endorsement_kind" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "endorsement_total_pkey" PRIMARY KEY ("city_id","kind")
);

-- AddForeignKey
ALTER TABLE "endorsement_total" ADD CONSTRAINT "endorsement_total_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Reviews of many endorsements are counted from these indexes alone, without the rows.
CREATE INDEX "endorsement_held_idx" ON "endorsement" ("confirmed_at", "id")
  INCLUDE ("city_id", "mail_domain", "network_mark", "held_for") WHERE "state" = 'held';
CREATE INDEX "endorsement_confirmed_at_idx" ON "endorsement" ("confirmed_at")
  INCLUDE ("city_id", "mail_domain", "network_mark") WHERE "state" = 'confirmed';
CREATE INDEX "endorsement_confirmed_city_idx" ON "endorsement" ("city_id", "confirmed_at")
  INCLUDE ("mail_domain", "network_mark") WHERE "state" = 'confirmed';
CREATE INDEX "endorsement_confirmed_domain_idx" ON "endorsement" ("mail_domain", "confirmed_at")
  INCLUDE ("city_id", "network_mark") WHERE "state" = 'confirmed';
DROP INDEX "endorsement_marked";
CREATE INDEX "endorsement_marked" ON "endorsement" ("network_mark", "state", "confirmed_at")
  INCLUDE ("city_id", "mail_domain") WHERE "network_mark" IS NOT NULL;

-- Of a million mails a handful failed.
CREATE INDEX "mail_failed_idx" ON "mail" ("failed_at") WHERE "failed_at" IS NOT NULL AND "dismissed_at" IS NULL;

-- Of each city one day is enough to look once whether it has crossed a mark.
UPDATE "endorsement_tally" SET "is_checked" = true WHERE EXISTS (
  SELECT FROM "endorsement_tally" AS "later"
  WHERE "later"."city_id" = "endorsement_tally"."city_id" AND "later"."kind" = "endorsement_tally"."kind" AND "later"."day" > "endorsement_tally"."day"
);

-- What the days of a city add up to is kept beside them.
INSERT INTO "endorsement_total" ("city_id", "kind", "count")
SELECT "city_id", "kind", sum("added" - "removed") FROM "endorsement_tally" GROUP BY 1, 2;

CREATE FUNCTION "keep_endorsement_total"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "change" integer := NEW."added" - NEW."removed";
BEGIN
  IF TG_OP = 'UPDATE' THEN "change" := "change" - (OLD."added" - OLD."removed"); END IF;
  INSERT INTO "endorsement_total" ("city_id", "kind", "count") VALUES (NEW."city_id", NEW."kind", "change")
  ON CONFLICT ("city_id", "kind") DO UPDATE SET "count" = "endorsement_total"."count" + EXCLUDED."count";
  RETURN NULL;
END $$;
CREATE TRIGGER "endorsement_total_is_kept" AFTER INSERT OR UPDATE OF "added", "removed" ON "endorsement_tally"
  FOR EACH ROW EXECUTE FUNCTION "keep_endorsement_total"();
