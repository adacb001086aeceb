-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'staff_role_changed' BEFORE 'settings_changed';
ALTER TYPE "event_kind" ADD VALUE 'staff_signed_out' BEFORE 'settings_changed';

-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'staff_invitation';

-- AlterEnum: lists of staff are in this order, backwards.
ALTER TYPE "staff_role" ADD VALUE 'editor' BEFORE 'reviewer';

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "device" TEXT;
