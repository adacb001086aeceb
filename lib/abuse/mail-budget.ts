import { keyedHash } from "@/lib/abuse/keyed-hash";
import { budgetDomainOf } from "@/lib/abuse/mail-domain";
import { mailboxOf } from "@/lib/abuse/mailbox";
import { bigProviders } from "@/lib/abuse/mail-providers";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { takeFromBudgets, type Budget } from "@/lib/abuse/rate-limit";
import type { Transaction } from "@/lib/db";
import { after, dayMs, startOfDay } from "@/lib/durations";

// How many mails the site writes to addresses that strangers typed: the one that asks for a
// confirmation, and its reminder. All forms share these budgets. Days are those of UTC.

const hour = 60;
const day = 24 * hour;

/**
 * Bearable for somebody who never asked for them, and enough for one who tries again or asks for a
 * few cities.
 */
export const mailsPerMailboxAndDay = 5;

/** An official who hands in for the neighbouring cities too. */
const applicationsPerMailboxAndDay = 5;

/**
 * A school or a town hall is people too: three classes in an hour, a whole school in a day. Most
 * people write from a provider of mail. More, to addresses that somebody makes up at a domain where
 * all of them lead to one mailbox, would be a flood.
 */
const mailsPerDomain = [
  { minutes: hour, most: 100 },
  { minutes: day, most: 300 },
];

/**
 * More than twice as many asks as look like people (see `big_provider` in limits.ts), so that
 * nobody's campaign ends here. It keeps the site from being taken for a source of spam.
 */
const mailsPerBigProvider = [
  { minutes: hour, most: 5_000 },
  { minutes: day, most: 50_000 },
];

/**
 * A hall full of city officials on one network, as at a conference of the coalition, hands in so
 * many.
 */
const applicationsPerNetwork = [
  { minutes: 10, most: 30 },
  { minutes: day, most: 100 },
];

const forMailbox = (address: string, at: Date): Budget => ({
  scope: "mail_to_mailbox",
  key: keyOfMailbox(address),
  minutes: day,
  at,
  most: mailsPerMailboxAndDay,
});

const ofApplicant = (address: string, at: Date): Budget => ({
  scope: "join_mailbox",
  key: keyOfMailbox(address),
  minutes: day,
  at,
  most: applicationsPerMailboxAndDay,
});

const keyOfMailbox = (address: string): string => keyedHash("count", mailboxOf(address));

function forDomain(address: string, at: Date): Budget[] {
  const domain = budgetDomainOf(address);
  const [scope, windows] = bigProviders.has(domain)
    ? (["mail_to_provider", mailsPerBigProvider] as const)
    : (["mail_to_domain", mailsPerDomain] as const);
  return windows.map((window) => ({ ...window, scope, key: keyedHash("count", domain), at }));
}

async function fromNetwork(network: string | null, at: Date): Promise<Budget[]> {
  if (!network) return [];
  const key = await hashNetwork(network, at);
  return applicationsPerNetwork.map((window) => ({ ...window, scope: "join_network", key, at }));
}

/**
 * Why something cannot be taken from a form. None of it depends on whether the address is known to
 * the site.
 */
export type MailRefusal = "tooManyFromHere" | "tooManyForAddress" | "tooManyToDomain";

/**
 * Whether an ask may be mailed: counts it for the domain of its address. The mailbox is looked at
 * and not counted yet, so that what may not be mailed takes nothing from its domain.
 */
export async function admitEndorsement(
  address: string,
  now: Date,
): Promise<{ refusal: "tooManyToDomain" } | { mayMail: boolean }> {
  const empty = await takeFromBudgets(forDomain(address, now), {
    unlessEmpty: [forMailbox(address, now)],
  });
  if (empty.some((scope) => scope !== "mail_to_mailbox")) return { refusal: "tooManyToDomain" };
  return { mayMail: empty.length === 0 };
}

/**
 * Whether an application may be handed in, which sends a mail: counts it for its network and for
 * the domain of its address.
 */
export async function admitApplication(
  address: string,
  network: string | null,
  now: Date,
): Promise<MailRefusal | null> {
  const budgets = [...(await fromNetwork(network, now)), ...forDomain(address, now)];
  const empty = await takeFromBudgets(budgets, { unlessEmpty: [ofApplicant(address, now)] });
  if (empty.length === 0) return null;
  if (empty.includes("join_network")) return "tooManyFromHere";
  return empty.includes("join_mailbox") ? "tooManyForAddress" : "tooManyToDomain";
}

/**
 * Takes a mail to a mailbox from its day. Returns false where there is none left: then nothing is
 * to be sent.
 */
export const takeMail = async (tx: Transaction, address: string, at: Date): Promise<boolean> =>
  (await takeFromBudgets([forMailbox(address, at)], { client: tx })).length === 0;

/**
 * Takes an application from the day of its mailbox, and its mail from the budget that all forms
 * share.
 * @returns when the mail may go: now, or tomorrow where other forms have used today up, so that the
 *   answer tells nothing of those; null where   no more can be handed in
 */
export async function takeApplication(
  tx: Transaction,
  address: string,
  now: Date,
): Promise<Date | null> {
  if ((await takeFromBudgets([ofApplicant(address, now)], { client: tx })).length > 0) return null;
  if (await takeMail(tx, address, now)) return now;
  const tomorrow = after(startOfDay(now), dayMs);
  return (await takeMail(tx, address, tomorrow)) ? tomorrow : null;
}
