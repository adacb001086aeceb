-- CreateEnum
CREATE TYPE "city_step_kind" AS ENUM ('contacted', 'on_hold', 'resumed', 'left');

-- CreateEnum
CREATE TYPE "bulletin_kind" AS ENUM ('milestone', 'contacted', 'signed', 'on_hold', 'resumed', 'left');

-- CreateEnum
CREATE TYPE "bulk_review_action" AS ENUM ('release', 'invalidate');

-- CreateTable
CREATE TABLE "milestone" (
    "city_id" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("city_id","count")
);

-- CreateTable
CREATE TABLE "city_step" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "kind" "city_step_kind" NOT NULL,
    "note" TEXT,
    "staff_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by_id" UUID,
    "former_signatory" JSONB,

    CONSTRAINT "city_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin" (
    "id" UUID NOT NULL,
    "city_id" INTEGER NOT NULL,
    "kind" "bulletin_kind" NOT NULL,
    "about" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "last_reader_id" UUID,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulletin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_review" (
    "id" UUID NOT NULL,
    "action" "bulk_review_action" NOT NULL,
    "filter" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "staff_id" UUID NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "bulk_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_review_entry" (
    "bulk_review_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "bulk_review_entry_pkey" PRIMARY KEY ("bulk_review_id","subject_id")
);

-- CreateIndex
CREATE INDEX "milestone_reached_at_idx" ON "milestone"("reached_at");

-- CreateIndex
CREATE INDEX "city_step_city_id_recorded_at_idx" ON "city_step"("city_id", "recorded_at");

-- CreateIndex
CREATE INDEX "bulletin_finished_at_due_at_idx" ON "bulletin"("finished_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_city_id_kind_about_key" ON "bulletin"("city_id", "kind", "about");

-- CreateIndex
CREATE INDEX "bulk_review_ran_at_idx" ON "bulk_review"("ran_at");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_step" ADD CONSTRAINT "city_step_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_step" ADD CONSTRAINT "city_step_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_step" ADD CONSTRAINT "city_step_taken_back_by_id_fkey" FOREIGN KEY ("taken_back_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin" ADD CONSTRAINT "bulletin_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_review" ADD CONSTRAINT "bulk_review_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_review" ADD CONSTRAINT "bulk_review_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_review_entry" ADD CONSTRAINT "bulk_review_entry_bulk_review_id_fkey" FOREIGN KEY ("bulk_review_id") REFERENCES "bulk_review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
