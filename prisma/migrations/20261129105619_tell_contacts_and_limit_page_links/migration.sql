-- AlterEnum
ALTER TYPE "mail_kind" ADD VALUE 'member_contact_edited';

-- AlterEnum
ALTER TYPE "rate_limit_scope" ADD VALUE 'page_link_network';
