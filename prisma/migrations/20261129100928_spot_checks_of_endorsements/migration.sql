-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'spot_check_started';
ALTER TYPE "event_kind" ADD VALUE 'spot_check_confirmed';

-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'endorsement_spot_check';

-- AlterTable
ALTER TABLE "endorsement" ADD COLUMN     "spot_checked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "spot_check" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL DEFAULT 0,
    "withdrawn" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID NOT NULL,

    CONSTRAINT "spot_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_check_question" (
    "token_hash" TEXT NOT NULL,
    "spot_check_id" UUID NOT NULL,
    "endorsement_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "spot_check_question_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "spot_check_city_id_closes_at_idx" ON "spot_check"("city_id", "closes_at");

-- CreateIndex
CREATE INDEX "spot_check_closes_at_idx" ON "spot_check"("closes_at");

-- CreateIndex
CREATE INDEX "spot_check_question_spot_check_id_idx" ON "spot_check_question"("spot_check_id");

-- CreateIndex
CREATE INDEX "spot_check_question_endorsement_id_idx" ON "spot_check_question"("endorsement_id");

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_check_question" ADD CONSTRAINT "spot_check_question_spot_check_id_fkey" FOREIGN KEY ("spot_check_id") REFERENCES "spot_check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spot_check_question" ADD CONSTRAINT "spot_check_question_endorsement_id_fkey" FOREIGN KEY ("endorsement_id") REFERENCES "endorsement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
