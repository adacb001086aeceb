import { isIP } from "node:net";
import { prisma } from "@/lib/db";
import { domainOf } from "@/lib/abuse/mail-domain";
import { networkOf } from "@/lib/abuse/network";
import { recordEvent } from "@/lib/events";
import type { BlockedThing } from "@/prisma/generated/enums";

export type Blocked = { thing: BlockedThing; value: string };

/**
 * What somebody typed, as a mail domain (`spam.example`, or an address there) or as the network of
 * an address (`192.0.2.7`); null where it is neither.
 */
export function parseBlocked(typed: string): Blocked | null {
  const text = typed.trim();
  const [address = ""] = text.split("/");
  if (isIP(address.replace(/::$/, "::0"))) {
    const network = networkOf(address);
    return network ? { thing: "network", value: network } : null;
  }
  const domain = domainOf(text);
  return /^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(domain)
    ? { thing: "mail_domain", value: domain }
    : null;
}

/**
 * Has asks from there held from now on. Returns false where they are already. The event does not
 * say which: a domain may be a person's own.
 */
export function block({ thing, value }: Blocked, staffId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.block.createMany({
      data: { thing, value, staffId },
      skipDuplicates: true,
    });
    if (count > 0)
      await recordEvent(tx, { kind: "block.added", actor: "staff", staffId, detail: { thing } });
    return count > 0;
  });
}

/** Asks from there are looked at like all others again. */
export function unblock({ thing, value }: Blocked, staffId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.block.deleteMany({ where: { thing, value } });
    if (count > 0)
      await recordEvent(tx, { kind: "block.removed", actor: "staff", staffId, detail: { thing } });
    return count > 0;
  });
}
