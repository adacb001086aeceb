import { listContacts } from "@/lib/cities/contacts/queries";
import { prisma, type Transaction } from "@/lib/db";
import { after, before, dayMs } from "@/lib/durations";
import { storeStep } from "@/lib/endorsements/city-progress/step-commands";
import { recordEvent } from "@/lib/events";
import { mailContacts } from "@/lib/members/mails/mailer";
import { readSettings } from "@/lib/settings/queries";
import type { Settings } from "@/lib/settings/schema";
import { refreshSiteVersion } from "@/lib/site-version";

const daysOfMonth = 365 / 12;

/** Cities in one run: the next run goes on. */
const batchSize = 50;

/** Doing it twice, or in several processes, asks nobody twice. */
export async function reconfirmMembers(now: Date): Promise<void> {
  const settings = await readSettings();
  await noteDeliveries(now);
  await closeUnanswerable(now);
  await requestDueReconfirmations(now, settings);
  await remind(now, settings);
  await putOverdueOnHold(now);
}

/** While no mail has been delivered, the city cannot know that it is asked. */
async function noteDeliveries(now: Date): Promise<void> {
  await prisma.reconfirmation.updateMany({
    where: {
      openForCityId: { not: null },
      reachedAt: null,
      mails: { some: { sentAt: { not: null } } },
    },
    data: { reachedAt: now },
  });
}

/** The city has left, nobody is there to answer, or staff have reinstated it meanwhile. */
async function closeUnanswerable(now: Date): Promise<void> {
  await prisma.reconfirmation.updateMany({
    where: {
      openForCityId: { not: null },
      OR: [
        { city: { signatory: null } },
        { city: { contacts: { none: {} } } },
        { lapsedAt: { not: null }, city: { signatory: { state: "active" } } },
      ],
    },
    data: { openForCityId: null, closedAt: now },
  });
}

async function requestDueReconfirmations(now: Date, settings: Settings): Promise<void> {
  const since = before(now, settings.reconfirmAfterMonths * daysOfMonth * dayMs);
  const due = await prisma.$queryRaw<{ cityId: number }[]>`
    SELECT signatory.city_id AS "cityId" FROM signatory
    JOIN (SELECT city_id, min(created_at) AS first FROM member_contact
      GROUP BY 1) AS contact USING (city_id)
    LEFT JOIN (SELECT city_id, max(coalesce(answered_at, closed_at, 'infinity')) AS last
      FROM reconfirmation GROUP BY 1) AS asked USING (city_id)
    WHERE state = 'active' AND greatest(signatory.created_at, contact.first, asked.last) <= ${since}
    ORDER BY 1 LIMIT ${batchSize}`;
  for (const { cityId } of due)
    await prisma.$transaction((tx) =>
      requestReconfirmation(tx, cityId, { actor: "system" }, settings, now),
    );
}

type RequestedBy = { actor: "system" } | { actor: "staff"; staffId: string };

/** @returns false where it is asked already, has no contact, or does not count as a member */
export async function requestReconfirmation(
  tx: Transaction,
  cityId: number,
  by: RequestedBy,
  { reconfirmWithinDays }: Settings,
  now: Date,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM city WHERE id = ${cityId} FOR UPDATE`;
  const city = await tx.city.findFirst({
    where: {
      id: cityId,
      signatory: { state: "active" },
      reconfirmations: { none: { openForCityId: { not: null } } },
    },
    select: { name: true },
  });
  const contacts = await listContacts(cityId, tx);
  if (!city || contacts.length === 0) return false;
  const dueAt = after(now, reconfirmWithinDays * dayMs);
  const { id: reconfirmationId } = await tx.reconfirmation.create({
    data: { cityId, openForCityId: cityId, askedAt: now, dueAt },
    select: { id: true },
  });
  await mailContacts(tx, "member_reconfirm", contacts, {
    reconfirmationId,
    cityName: city.name,
    dueAt,
  });
  await recordEvent(tx, { kind: "member_reconfirmation_asked", ...by, cityId });
  return true;
}

/** A reminder that goes out late leaves as much time as one in time. */
async function remind(now: Date, { reconfirmReminderDays }: Settings): Promise<void> {
  const soon = after(now, reconfirmReminderDays * dayMs);
  const open = { openForCityId: { not: null }, remindedAt: null, lapsedAt: null } as const;
  const due = await prisma.reconfirmation.findMany({
    where: { ...open, dueAt: { lte: soon } },
    select: { id: true, cityId: true, dueAt: true, city: { select: { name: true } } },
    orderBy: { dueAt: "asc" },
    take: batchSize,
  });
  for (const { id, cityId, city } of due)
    await prisma.$transaction(async (tx) => {
      const { count } = await tx.reconfirmation.updateMany({
        where: { ...open, id },
        data: { remindedAt: now, dueAt: soon },
      });
      if (count === 0) return;
      await mailContacts(tx, "member_reconfirm_reminder", await listContacts(cityId, tx), {
        reconfirmationId: id,
        cityName: city.name,
        dueAt: soon,
      });
    });
}

async function putOverdueOnHold(now: Date): Promise<void> {
  const overdue = {
    openForCityId: { not: null },
    lapsedAt: null,
    reachedAt: { not: null },
    dueAt: { lte: now },
    city: { signatory: { state: "active" } },
  } as const;
  const found = await prisma.reconfirmation.findMany({
    where: overdue,
    select: { id: true, cityId: true },
    take: batchSize,
  });
  for (const { id, cityId } of found)
    await prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM city WHERE id = ${cityId} FOR UPDATE`;
      const { count } = await tx.reconfirmation.updateMany({
        where: { ...overdue, id },
        data: { lapsedAt: now },
      });
      if (count > 0)
        await storeStep(
          tx,
          { cityId, kind: "on_hold", note: null, publicReason: null, by: { actor: "system" } },
          now,
        );
    });
  if (found.length > 0) await refreshSiteVersion();
}

/** Links that have expired. Returns how many. */
export async function deleteExpiredReconfirmationLinks(now: Date): Promise<number> {
  const { count } = await prisma.reconfirmationLink.deleteMany({
    where: { expiresAt: { lte: now } },
  });
  return count;
}
