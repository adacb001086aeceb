import { isIP } from "node:net";
import { prisma, type Transaction } from "@/lib/db";
import { bigProviders } from "@/lib/abuse/mail-providers";
import { domainOf } from "@/lib/abuse/mail-domain";
import { networkOf } from "@/lib/abuse/network";
import { requireConfirmation } from "@/lib/endorsements/confirmed-number";
import { recordEvent } from "@/lib/events";
import type { BlockKind } from "@/prisma/generated/enums";
import { before, dayMs } from "@/lib/durations";

export type Blocked = { kind: BlockKind; value: string };

/**
 * What somebody typed, as a mail domain (`spam.example`, or an address there) or as the network of
 * an address (`192.0.2.7`); null where it is neither.
 */
export function parseBlocked(typed: string): Blocked | null {
  const text = typed.trim();
  const [address = ""] = text.split("/");
  if (isIP(address.replace(/::$/, "::0"))) {
    const network = networkOf(address);
    return network ? { kind: "network", value: network } : null;
  }
  const domain = domainOf(text);
  return /^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(domain)
    ? { kind: "mail_domain", value: domain }
    : null;
}

/** What a large provider sent in so many days is shown before it is blocked. */
export const providerCountedForDays = 30;

/**
 * Has asks from there held from now on. The event does not say which: a domain may be a person's
 * own.
 * @param confirmed how many endorsements its author was told came from a large provider lately
 * @returns false where they are already
 * @throws NotConfirmed with that number, where a large provider is to be blocked unconfirmed
 */
export function block(
  { kind, value }: Blocked,
  staffId: string,
  confirmed?: number,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.block.createMany({
      data: { kind, value, staffId },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    if (kind === "mail_domain" && bigProviders.has(value))
      requireConfirmation(await countLately(tx, value), confirmed);
    await recordEvent(tx, { kind: "block_added", actor: "staff", staffId, detail: { kind } });
    return true;
  });
}

function countLately(tx: Transaction, mailDomain: string): Promise<number> {
  const since = before(new Date(), providerCountedForDays * dayMs);
  return tx.endorsement.count({
    where: { state: "confirmed", mailDomain, confirmedAt: { gte: since } },
  });
}

/** Asks from there are looked at like all others again. */
export function unblock({ kind, value }: Blocked, staffId: string): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.block.deleteMany({ where: { kind, value } });
    if (count > 0)
      await recordEvent(tx, { kind: "block_removed", actor: "staff", staffId, detail: { kind } });
    return count > 0;
  });
}
