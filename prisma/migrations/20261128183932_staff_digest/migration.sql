-- CreateEnum
CREATE TYPE "digest_period" AS ENUM ('hourly', 'daily', 'none');

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "digest" "digest_period" NOT NULL DEFAULT 'hourly',
ADD COLUMN     "digested_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "review_notice" (
    "staff_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "is_answer" BOOLEAN NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_notice_pkey" PRIMARY KEY ("staff_id","application_id","is_answer")
);

-- CreateIndex
CREATE INDEX "review_notice_application_id_idx" ON "review_notice"("application_id");

-- AddForeignKey
ALTER TABLE "review_notice" ADD CONSTRAINT "review_notice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_notice" ADD CONSTRAINT "review_notice_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
