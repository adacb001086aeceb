ALTER TABLE "place_name" RENAME COLUMN "population" TO "weight";
ALTER TABLE "place_name" ADD COLUMN "is_whole" BOOLEAN NOT NULL;

-- Search by the beginning of a name. Short beginnings fit too many names to sort, but then the weightiest fill the list: those have
-- an index of their own.
CREATE INDEX "place_name_folded_idx" ON "place_name" ("folded" text_pattern_ops);
CREATE INDEX "place_name_weighty_idx" ON "place_name" ("folded" text_pattern_ops) WHERE "weight" >= 100000;
