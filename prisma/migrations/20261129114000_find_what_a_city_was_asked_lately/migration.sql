-- The alarm of a city looks at its last hour with each ask.
CREATE INDEX "endorsement_place_id_state_confirmed_at_idx" ON "endorsement"("place_id", "state", "confirmed_at");

DROP INDEX "endorsement_place_id_state_idx";
