-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'application_continue';

-- CreateTable
CREATE TABLE "saved_form" (
    "submission_key" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_form_pkey" PRIMARY KEY ("submission_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_form_token_hash_key" ON "saved_form"("token_hash");

-- CreateIndex
CREATE INDEX "saved_form_expires_at_idx" ON "saved_form"("expires_at");
