-- A name may also be the end of a longer one that begins at a word: "angeles" for Los Angeles.
ALTER TABLE "place_name" ADD COLUMN "is_whole" BOOLEAN NOT NULL;

-- Search by the beginning of a name. Short beginnings fit too many names to sort, and mean a large city: those have an index of
-- their own. Prisma cannot say an index with a condition, so that one stands here only.
CREATE INDEX "place_name_folded_idx" ON "place_name" ("folded" text_pattern_ops);
CREATE INDEX "place_name_of_large_place_idx" ON "place_name" ("folded" text_pattern_ops) WHERE "population" >= 100000;
