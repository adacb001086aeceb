import { admitPageLink, takeMail } from "@/lib/abuse/mail-budget";
import type { PageChange } from "@/lib/actions/page-changes";
import { prisma, transact, type Transaction } from "@/lib/db";
import { after, before, dayMs, hourMs, isoDay } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { recordEvent } from "@/lib/events";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { pageDecidedMail, pageLinkMail } from "@/lib/members/mails/emails";
import { storeEdit } from "@/lib/members/page/commands";
import { maxProposals, pageLinkHours, proposalKeptDays } from "@/lib/members/page/proposal-days";
import { parseChanges } from "@/lib/members/page/proposal-queries";
import type { Result } from "@/lib/result";
import { refreshSiteVersion } from "@/lib/site-version";
import { hashToken, newToken } from "@/lib/tokens";

/** Cities for which one person may be a contact and get links at once. */
const maxLinks = 5;

/** Mails a link for each city that has this contact; nobody learns whether there is one. */
export async function requestPageLink(
  email: string,
  network: string | null,
  now = new Date(),
): Promise<Result<"tooManyFromHere">> {
  if (!(await admitPageLink(network, now))) return { ok: false, reason: "tooManyFromHere" };
  await prisma.$transaction(async (tx) => {
    const contacts = await tx.memberContact.findMany({
      where: { email: email.toLowerCase(), city: { signatory: { state: { not: "merged" } } } },
      select: { id: true, name: true, email: true, locale: true, city: { select: { name: true } } },
      orderBy: { createdAt: "asc" },
      take: maxLinks,
    });
    for (const { id: contactId, name, city, ...contact } of contacts) {
      if (!(await takeMail(tx, contact.email, now))) return;
      const token = newToken();
      const expiresAt = after(now, pageLinkHours * hourMs);
      await tx.pageLink.create({ data: { tokenHash: hashToken(token), contactId, expiresAt } });
      const locale = toLocale(contact.locale);
      const url = siteUrl() + href(locale, `/city-page/${token}`);
      const values = { locale, contactName: name, cityName: city.name, hours: pageLinkHours, url };
      const content = await pageLinkMail(values);
      await enqueueMail(tx, { kind: "member_page_link", to: contact.email, locale, content });
    }
  });
  return { ok: true };
}

/** `unknown`: the link has expired, or leads to no member. `tooMany`: wait for decisions. */
export type ProposalRefusal = "unknown" | "noChange" | "tooMany";

/** Of a contact: it waits for staff, and nothing of it is public. */
export const proposeChanges = (
  token: string,
  changes: readonly PageChange[],
  now = new Date(),
): Promise<Result<ProposalRefusal>> =>
  transact(async (tx): Promise<Result<ProposalRefusal>> => {
    if (changes.length === 0) return { ok: false, reason: "noChange" };
    const link = await tx.pageLink.findFirst({
      where: { tokenHash: hashToken(token), expiresAt: { gt: now } },
      select: { contact: { select: { id: true, cityId: true } } },
    });
    if (!link) return { ok: false, reason: "unknown" };
    const { id: contactId, cityId } = link.contact;
    const members = await tx.$queryRaw<unknown[]>`
      SELECT city_id FROM signatory WHERE city_id = ${cityId} AND state <> 'merged' FOR UPDATE`;
    if (members.length === 0) return { ok: false, reason: "unknown" };
    const waiting = await tx.pageProposal.count({ where: { cityId, decidedAt: null } });
    if (waiting >= maxProposals) return { ok: false, reason: "tooMany" };
    await tx.pageProposal.create({ data: { cityId, contactId, changes: [...changes] } });
    const detail = { changes: changes.map(({ kind }) => kind).join(" ") };
    await recordEvent(tx, { kind: "member_page_proposed", actor: "contact", cityId, detail });
    return { ok: true };
  });

type Decision = {
  id: string;
  staffId: string;
  /** The version of the page when the proposal was opened. */
  seen: number;
  /** Those of its changes that are accepted, by their place; none declines it. */
  accepted: readonly number[];
  /** For the contact. Needed where something is declined. */
  reason: string | null;
  now?: Date;
};

/** `changedMeanwhile`: the page was edited, or a colleague decided. */
export type DecisionRefusal = "changedMeanwhile" | "reasonMissing";

/** What is accepted is public at once, with the city as its source. */
export async function decideProposal(decision: Decision): Promise<Result<DecisionRefusal>> {
  const result = await transact((tx) => decide(tx, decision));
  if (result.ok) await refreshSiteVersion();
  return result;
}

async function decide(
  tx: Transaction,
  { id, staffId, seen, accepted, reason, now = new Date() }: Decision,
): Promise<Result<DecisionRefusal>> {
  const { count } = await tx.pageProposal.updateMany({
    where: { id, decidedAt: null },
    data: { decidedAt: now },
  });
  if (count === 0) return { ok: false, reason: "changedMeanwhile" };
  const proposal = await tx.pageProposal.findUniqueOrThrow({
    where: { id },
    select: {
      cityId: true,
      changes: true,
      createdAt: true,
      city: { select: { name: true, slug: true } },
      contact: { select: { name: true, email: true, locale: true } },
    },
  });
  const { cityId, createdAt, city, contact } = proposal;
  const all = parseChanges(proposal.changes);
  const changes = all.filter((_, index) => accepted.includes(index));
  if (changes.length < all.length && !reason) return { ok: false, reason: "reasonMissing" };
  if (changes.length > 0) {
    const reported = { by: "city", date: isoDay(createdAt) } as const;
    const edit = { cityId, seen, staffId, changes, reported, isProposed: true, now };
    const stored = await storeEdit(tx, edit);
    if (!stored.ok) return stored;
  } else await recordEvent(tx, { kind: "member_page_declined", actor: "staff", staffId, cityId });
  if (!contact) return { ok: true };
  const locale = toLocale(contact.locale);
  const content = await pageDecidedMail({
    locale,
    contactName: contact.name,
    cityName: city.name,
    outcome:
      changes.length === 0 ? "declined" : changes.length < all.length ? "partly" : "accepted",
    reason,
    url: siteUrl() + href(locale, `/cities/${city.slug}`),
  });
  await enqueueMail(tx, { kind: "member_page_decided", to: contact.email, locale, content });
  return { ok: true };
}

/** Links that have expired, proposals decided long ago, and those of cities that have left. */
export async function deleteOldProposals(now: Date): Promise<number> {
  await prisma.pageLink.deleteMany({ where: { expiresAt: { lte: now } } });
  const { count } = await prisma.pageProposal.deleteMany({
    where: {
      OR: [
        { decidedAt: { lt: before(now, proposalKeptDays * dayMs) } },
        { city: { signatory: null } },
      ],
    },
  });
  return count;
}
