import { prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { WrittenAnnouncement } from "@/lib/publications/announcement-schema";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

/** Of several at once, the one that begins last is shown. */
export async function publishAnnouncement(
  { locale, text, link, from, until }: WrittenAnnouncement,
  staffId: string,
  now = new Date(),
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const isShown = from <= now;
    const { id } = await tx.announcement.create({
      data: { locale, text, link, from, until, staffId, shownAt: isShown ? now : null },
      select: { id: true },
    });
    if (isShown) await raiseSiteVersion(tx);
    const detail = { announcementId: id, text, link, until: until.toISOString() };
    await recordEvent(tx, { kind: "announcement_published", actor: "staff", staffId, detail });
  });
  await refreshSiteVersion();
}

export async function endAnnouncement(
  id: string,
  staffId: string,
  now = new Date(),
): Promise<Result<"overAlready">> {
  const isEnded = await prisma.$transaction(async (tx) => {
    const { count } = await tx.announcement.updateMany({
      where: { id, until: { gt: now } },
      data: { until: now, shownAt: now, hiddenAt: now },
    });
    if (count === 0) return false;
    await raiseSiteVersion(tx);
    const detail = { announcementId: id };
    await recordEvent(tx, { kind: "announcement_ended", actor: "staff", staffId, detail });
    return true;
  });
  if (!isEnded) return { ok: false, reason: "overAlready" };
  await refreshSiteVersion();
  return { ok: true };
}

/** Raises the site's version for what has begun or ended since: pages in memory say otherwise. */
export async function showAnnouncementsDue(now: Date): Promise<number> {
  const begun = { from: { lte: now }, shownAt: null };
  const ended = { until: { lte: now }, hiddenAt: null };
  if ((await prisma.announcement.count({ where: { OR: [begun, ended] } })) === 0) return 0;
  const changed = await prisma.$transaction(async (tx) => {
    const shown = await tx.announcement.updateMany({ where: begun, data: { shownAt: now } });
    const hidden = await tx.announcement.updateMany({ where: ended, data: { hiddenAt: now } });
    const count = shown.count + hidden.count;
    if (count > 0) await raiseSiteVersion(tx);
    return count;
  });
  await refreshSiteVersion();
  return changed;
}
