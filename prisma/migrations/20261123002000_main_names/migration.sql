-- Search ranks by whether a name is the place's main one; that it is whole says too little: small towns share
-- alternate names with cities.
ALTER TABLE "place_name" RENAME COLUMN "is_whole" TO "is_main";
UPDATE "place_name" SET "is_main" = false FROM "place" WHERE "place"."id" = "place_id" AND "place_name"."name" <> "place"."name";
