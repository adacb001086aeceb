-- AlterTable
ALTER TABLE "endorsement" ALTER COLUMN "code_hash" DROP NOT NULL;
