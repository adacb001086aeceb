-- CreateTable
CREATE TABLE "job_claim" (
    "name" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_claim_pkey" PRIMARY KEY ("name")
);
