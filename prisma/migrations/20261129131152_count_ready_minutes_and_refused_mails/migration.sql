-- AlterTable
-- What was given up before is not known by its reason, so it stays null.
ALTER TABLE "mail_tally" ADD COLUMN     "refused" INTEGER;
ALTER TABLE "mail_tally" ALTER COLUMN "refused" SET DEFAULT 0;

-- CreateTable
CREATE TABLE "ready_day" (
    "day" DATE NOT NULL,
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "last_minute" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ready_day_pkey" PRIMARY KEY ("day")
);
