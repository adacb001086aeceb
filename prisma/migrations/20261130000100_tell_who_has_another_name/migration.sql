-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'staff_renamed';
