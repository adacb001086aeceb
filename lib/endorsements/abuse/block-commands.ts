import { isIP } from "node:net";
import { prisma, transact, type Transaction } from "@/lib/db";
import { bigProviders } from "@/lib/abuse/mail-providers";
import { domainOf } from "@/lib/abuse/mail-domain";
import { networkOf } from "@/lib/abuse/network";
import { checkConfirmed, type NotConfirmed } from "@/lib/endorsements/confirmed-number";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import type { BlockKind } from "@/prisma/generated/enums";
import { before, dayMs } from "@/lib/durations";

export type Blocked = { kind: BlockKind; value: string };

/** A mail domain (`spam.example`, or an address there), a network (`192.0.2.7`), or null. */
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

export const providerCountedForDays = 30;

/**
 * The event omits the value: a domain may be a person's own.
 * @param confirmed for a large provider: how many of its recent endorsements the reviewer was told
 */
export function block(
  { kind, value }: Blocked,
  staffId: string,
  confirmed?: number,
): Promise<Result<"alreadyBlocked"> | NotConfirmed> {
  return transact(async (tx) => {
    const { count } = await tx.block.createMany({
      data: { kind, value, staffId },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "alreadyBlocked" };
    if (kind === "mail_domain" && bigProviders.has(value)) {
      const checked = checkConfirmed(await countLately(tx, value), confirmed);
      if (!checked.ok) return checked;
    }
    await recordEvent(tx, { kind: "block_added", actor: "staff", staffId, detail: { kind } });
    return { ok: true };
  });
}

function countLately(tx: Transaction, mailDomain: string): Promise<number> {
  const since = before(new Date(), providerCountedForDays * dayMs);
  return tx.endorsement.count({
    where: { state: "confirmed", mailDomain, confirmedAt: { gte: since } },
  });
}

export function unblock({ kind, value }: Blocked, staffId: string): Promise<Result<"notBlocked">> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.block.deleteMany({ where: { kind, value } });
    if (count === 0) return { ok: false, reason: "notBlocked" };
    await recordEvent(tx, { kind: "block_removed", actor: "staff", staffId, detail: { kind } });
    return { ok: true };
  });
}
