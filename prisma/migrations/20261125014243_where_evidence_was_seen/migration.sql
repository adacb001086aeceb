-- AlterTable
ALTER TABLE "evidence_tick" ADD COLUMN     "note" TEXT;
