-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "has_shortcuts" BOOLEAN NOT NULL DEFAULT true;
