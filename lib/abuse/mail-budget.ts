import { keyedHash } from "@/lib/abuse/keyed-hash";
import { budgetDomainOf } from "@/lib/abuse/mail-domain";
import { mailboxOf } from "@/lib/abuse/mailbox";
import { bigProviders } from "@/lib/abuse/mail-providers";
import { hashNetwork } from "@/lib/abuse/network-hash";
import { takeFromBudgets, takenFrom, type Budget } from "@/lib/abuse/rate-limit";
import type { Transaction } from "@/lib/db";
import { after, dayMs, startOfDay } from "@/lib/durations";
import type { Result } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

// Limits on mails to addresses that strangers typed, shared by all forms. Days are UTC days.

const hour = 60;
const day = 24 * hour;

/** Bearable for a person who never asked for them, and enough for retries and a few cities. */
export const mailsPerMailboxAndDay = 5;

/** For an official who submits applications for neighbouring cities too. */
export const applicationsPerMailboxAndDay = 5;

/** Lets a whole school take part, but not a flood to made-up addresses of a catch-all domain. */
export const mailsPerDomain = [
  { minutes: hour, most: 100 },
  { minutes: day, most: 300 },
];

/** Over twice the `big_provider` limits in limits.ts. Avoids being classed as a spam source. */
export const mailsPerBigProvider = [
  { minutes: hour, most: 5_000 },
  { minutes: day, most: 50_000 },
];

/** As many as a conference hall full of city officials on one network submits. */
export const applicationsPerNetwork = [
  { minutes: 10, most: 30 },
  { minutes: day, most: 100 },
];

/** Links to pages of member cities: as many as the officials of a large town hall ask for. */
export const pageLinksPerNetwork = [
  { minutes: 10, most: 20 },
  { minutes: day, most: 60 },
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

const networkBudgets = {
  join_network: applicationsPerNetwork,
  page_link_network: pageLinksPerNetwork,
} as const;

async function fromNetwork(
  network: string | null,
  scope: keyof typeof networkBudgets,
  at: Date,
): Promise<Budget[]> {
  if (!network) return [];
  const key = await hashNetwork(network, at);
  return networkBudgets[scope].map((window) => ({ ...window, scope, key, at }));
}

/** None of these reveals whether the address is known to the site. */
export type MailRefusalReason = "tooManyFromHere" | "tooManyForAddress" | "tooManyToDomain";

/** The mailbox is only checked here, and counted as the mail is written. */
export const budgetsOfEndorsement = (
  address: string,
  at: Date,
): { taken: Budget[]; unlessEmpty: Budget[] } => ({
  taken: forDomain(address, at),
  unlessEmpty: [forMailbox(address, at)],
});

/** As part of a statement: counts a mail for the mailbox, as takeMail() does. */
export const takenMail = (address: string, at: Date, from: Prisma.Sql): Prisma.Sql =>
  takenFrom(forMailbox(address, at), from);

/** Counts an application for its network and mail domain. */
export async function admitApplication(
  address: string,
  network: string | null,
  now: Date,
): Promise<Result<MailRefusalReason>> {
  const budgets = [
    ...(await fromNetwork(network, "join_network", now)),
    ...forDomain(address, now),
  ];
  const empty = await takeFromBudgets(budgets, { unlessEmpty: [ofApplicant(address, now)] });
  if (empty.length === 0) return { ok: true };
  if (empty.includes("join_network")) return { ok: false, reason: "tooManyFromHere" };
  return {
    ok: false,
    reason: empty.includes("join_mailbox") ? "tooManyForAddress" : "tooManyToDomain",
  };
}

/** Counts a mail for the mailbox. False when the day's budget is used up: send nothing then. */
export const takeMail = async (tx: Transaction, address: string, at: Date): Promise<boolean> =>
  (await takeFromBudgets([forMailbox(address, at)], { client: tx })).length === 0;

/** Counts what is asked for, whether or not there is such a contact. */
export const admitPageLink = async (network: string | null, now: Date): Promise<boolean> =>
  (await takeFromBudgets(await fromNetwork(network, "page_link_network", now))).length === 0;

/** Moves the mail to tomorrow rather than refuse: a refusal would reveal the use of other forms. */
export async function takeApplication(
  tx: Transaction,
  address: string,
  now: Date,
): Promise<Result<"tooManyForAddress", { mailAt: Date }>> {
  if ((await takeFromBudgets([ofApplicant(address, now)], { client: tx })).length > 0)
    return { ok: false, reason: "tooManyForAddress" };
  const mailAt = await takeMailSoon(tx, address, now);
  return mailAt ? { ok: true, mailAt } : { ok: false, reason: "tooManyForAddress" };
}

/** Counts a mail to somebody whom an applicant has named, for its domain. */
export const admitNamed = async (address: string, now: Date): Promise<boolean> =>
  (await takeFromBudgets(forDomain(address, now))).length === 0;

/** Today or tomorrow; null where the mailbox has had its share of both days. */
export async function takeMailSoon(
  tx: Transaction,
  address: string,
  now: Date,
): Promise<Date | null> {
  if (await takeMail(tx, address, now)) return now;
  const tomorrow = after(startOfDay(now), dayMs);
  return (await takeMail(tx, address, tomorrow)) ? tomorrow : null;
}
