import { prisma } from "@/lib/db";
import { domainOf } from "@/lib/abuse/mail-domain";

export async function isBlocked(email: string, network: string | null): Promise<boolean> {
  const origins = [
    { kind: "mail_domain" as const, value: domainOf(email) },
    ...(network ? [{ kind: "network" as const, value: network }] : []),
  ];
  return (await prisma.block.count({ where: { OR: origins } })) > 0;
}
