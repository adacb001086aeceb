-- AlterTable
ALTER TABLE "application" ADD COLUMN     "is_decision_public" BOOLEAN NOT NULL DEFAULT false;
