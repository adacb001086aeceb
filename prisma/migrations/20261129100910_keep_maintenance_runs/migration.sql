-- CreateEnum
CREATE TYPE "maintenance_kind" AS ENUM ('backup', 'restore_drill', 'move');

-- CreateEnum
CREATE TYPE "maintenance_outcome" AS ENUM ('succeeded', 'failed');

-- CreateTable
CREATE TABLE "maintenance_run" (
    "id" UUID NOT NULL,
    "kind" "maintenance_kind" NOT NULL,
    "outcome" "maintenance_outcome" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BIGINT,
    "rows" BIGINT,
    "detail" TEXT,

    CONSTRAINT "maintenance_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "maintenance_run_kind_finished_at_idx" ON "maintenance_run"("kind", "finished_at");
