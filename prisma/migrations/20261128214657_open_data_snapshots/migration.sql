-- AlterTable
ALTER TABLE "site_version" ADD COLUMN     "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "data_snapshot" (
    "month" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_snapshot_pkey" PRIMARY KEY ("month","dataset")
);
