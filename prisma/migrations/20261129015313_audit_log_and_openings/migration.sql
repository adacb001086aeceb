-- CreateEnum
CREATE TYPE "opened_thing" AS ENUM ('application', 'member', 'mandate_file');

-- CreateTable
CREATE TABLE "opening" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staff_id" UUID NOT NULL,
    "thing" "opened_thing" NOT NULL,
    "application_id" UUID,
    "city_id" INTEGER,

    CONSTRAINT "opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "opening_staff_id_id_idx" ON "opening"("staff_id", "id");

-- CreateIndex
CREATE INDEX "opening_application_id_id_idx" ON "opening"("application_id", "id");

-- CreateIndex
CREATE INDEX "opening_city_id_id_idx" ON "opening"("city_id", "id");

-- CreateIndex
CREATE INDEX "opening_at_id_idx" ON "opening"("at", "id");

-- CreateIndex
CREATE INDEX "event_staff_id_id_idx" ON "event"("staff_id", "id");

-- CreateIndex
CREATE INDEX "event_actor_id_idx" ON "event"("actor", "id");

-- CreateIndex
CREATE INDEX "event_kind_id_idx" ON "event"("kind", "id");

-- CreateIndex
CREATE INDEX "event_at_id_idx" ON "event"("at", "id");

-- AddForeignKey
ALTER TABLE "opening" ADD CONSTRAINT "opening_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written once, and gone with time: nothing young is deleted, whatever the settings say.
CREATE FUNCTION refuse_opening_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."at" < now() - interval '27 days' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'openings are append-only';
END $$;

CREATE TRIGGER opening_is_append_only BEFORE DELETE OR UPDATE ON "opening" FOR EACH ROW EXECUTE FUNCTION refuse_opening_change();
