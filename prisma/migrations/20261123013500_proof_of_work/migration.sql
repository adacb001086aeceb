-- AlterEnum
ALTER TYPE "hold_reason" ADD VALUE 'no_proof';
