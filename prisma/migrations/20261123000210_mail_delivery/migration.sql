-- AlterTable
ALTER TABLE "mail" ADD COLUMN "due_at" TIMESTAMPTZ(3),
ADD COLUMN "failed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "mail_due_at_idx" ON "mail"("due_at");
