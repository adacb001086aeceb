import { domainOf } from "@/lib/abuse/mail-domain";
import { Prisma } from "@/prisma/generated/client";

/** Whether endorsements from here are held, as part of a statement. */
export const isBlocked = (email: string, network: string | null): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM block WHERE (kind = 'mail_domain' AND value = ${domainOf(email)})
    OR (kind = 'network' AND value = ${network}::text))`;
