-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'city_alarm_raised';
ALTER TYPE "event_kind" ADD VALUE 'city_alarm_ended';

-- AlterEnum
ALTER TYPE "hold_reason" ADD VALUE 'city_share';
ALTER TYPE "hold_reason" ADD VALUE 'city_burst';

-- CreateTable
CREATE TABLE "city_alarm" (
    "id" UUID NOT NULL,
    "place_id" INTEGER NOT NULL,
    "open_for_place_id" INTEGER,
    "reason" "hold_reason" NOT NULL,
    "count" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "city_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "city_alarm_open_for_place_id_key" ON "city_alarm"("open_for_place_id");

-- CreateIndex
CREATE INDEX "city_alarm_place_id_reason_idx" ON "city_alarm"("place_id", "reason");

-- AddForeignKey
ALTER TABLE "city_alarm" ADD CONSTRAINT "city_alarm_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_alarm" ADD CONSTRAINT "city_alarm_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
