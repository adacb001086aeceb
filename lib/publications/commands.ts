import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { isSlugOfFile } from "@/lib/publications/slug";
import type { WrittenText } from "@/lib/publications/schema";
import { versionFields } from "@/lib/publications/version-fields";
import { addVersion, isSame, makePrivate, makePublic } from "@/lib/publications/versions";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { EventKind, PublicationKind, PublicationState } from "@/prisma/generated/enums";

type By = {
  staffId: string;
  /** Whether a second person must have read what becomes public. */
  isReviewDemanded?: boolean;
  now?: Date;
};

/** `seen`: the version of the publication when its page was opened. */
type Seen = { id: string; seen: number };

type NewPublication = { kind: PublicationKind; slug: string; text: WrittenText; staffId: string };

export async function createPublication({
  kind,
  slug,
  text,
  staffId,
}: NewPublication): Promise<Result<"slugTaken", { id: string }>> {
  if (isSlugOfFile(slug)) return { ok: false, reason: "slugTaken" };
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.publication.createMany({
      data: { kind, slug },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "slugTaken" };
    const { id } = await tx.publication.findUniqueOrThrow({
      where: { slug },
      select: { id: true },
    });
    const versionId = await addVersion(tx, id, { ...text, correction: null }, staffId);
    await tx.publicationText.create({
      data: { publicationId: id, locale: text.locale, latestId: versionId },
    });
    await record(tx, "publication_written", id, staffId, { locale: text.locale, number: 1 });
    return { ok: true, id };
  });
}

type SaveRefusal = "changedMeanwhile" | "withdrawn" | "correctionMissing";

/**
 * A further version. Where the publication is public, it is a correction: it shows at once, or
 * where a second person must read it, once they publish it.
 */
export async function savePublication({
  id,
  seen,
  text,
  staffId,
  isReviewDemanded = false,
  now = new Date(),
}: Seen & By & { text: WrittenText }): Promise<
  Result<SaveRefusal, { outcome: "saved" | "unchanged" | "corrected" }>
> {
  return andRefresh(async (tx) => {
    const publication = await lock(tx, id, seen);
    if (!publication) return { ok: false, reason: "changedMeanwhile" };
    if (publication.state === "withdrawn") return { ok: false, reason: "withdrawn" };
    const { locale } = text;
    const written = publication.texts.find((each) => each.locale === locale);
    if (written && isSame(written.latest, text)) return { ok: true, outcome: "unchanged" };
    const isCorrection = isVisible(publication, now) && Boolean(written?.publicId);
    if (isCorrection && !text.correction) return { ok: false, reason: "correctionMissing" };

    const version = { ...text, correction: isCorrection ? text.correction : null };
    const latestId = await addVersion(tx, id, version, staffId);
    await tx.publicationText.upsert({
      where: { publicationId_locale: { publicationId: id, locale } },
      create: { publicationId: id, locale, latestId },
      update: { latestId },
    });
    const goesOut = publication.state === "published" && !isReviewDemanded;
    if (goesOut) await makePublic(tx, id, later(now, publication.publishedAt));
    if (goesOut && isVisible(publication, now)) await raiseSiteVersion(tx);
    await tx.publication.update({
      where: { id },
      data: {
        version: { increment: 1 },
        ...(publication.state === "in_review" && { state: "draft" as const }),
      },
    });
    const kind = isCorrection && goesOut ? "publication_corrected" : "publication_written";
    await record(tx, kind, id, staffId, { locale });
    return { ok: true, outcome: isCorrection && goesOut ? "corrected" : "saved" };
  });
}

/** Its writer asks a colleague to read it. */
export async function handOver({
  id,
  seen,
  staffId,
}: Seen & By): Promise<Result<"changedMeanwhile">> {
  return andRefresh(async (tx) => {
    const publication = await lock(tx, id, seen);
    if (publication?.state !== "draft") return { ok: false, reason: "changedMeanwhile" };
    await tx.publication.update({
      where: { id },
      data: { state: "in_review", version: { increment: 1 } },
    });
    await record(tx, "publication_handed_over", id, staffId);
    return { ok: true };
  });
}

type PublishRefusal = "changedMeanwhile" | "secondPersonNeeded";

/**
 * Everything that was written last becomes public, in all its languages.
 * @param at when; null is now. What is public already keeps its day, and so its address
 */
export async function publishPublication({
  id,
  seen,
  at,
  staffId,
  isReviewDemanded = false,
  now = new Date(),
}: Seen & By & { at: Date | null }): Promise<
  Result<PublishRefusal, { outcome: "published" | "scheduled" }>
> {
  return andRefresh(async (tx) => {
    const publication = await lock(tx, id, seen);
    if (!publication) return { ok: false, reason: "changedMeanwhile" };
    const unread = publication.texts.filter(({ latestId, publicId }) => latestId !== publicId);
    if (isReviewDemanded && unread.some(({ latest }) => latest.staffId === staffId))
      return { ok: false, reason: "secondPersonNeeded" };

    const wasPublic = publication.publishedAt && publication.publishedAt <= now;
    const publishedAt = wasPublic ? publication.publishedAt : later(now, at);
    const isPublic = publishedAt !== null && publishedAt <= now;
    await makePublic(tx, id, later(now, publishedAt));
    await tx.publication.update({
      where: { id },
      data: {
        state: "published",
        version: { increment: 1 },
        publishedAt,
        shownAt: isPublic ? now : null,
        withdrawnAt: null,
        withdrawalReason: null,
      },
    });
    if (isPublic) await raiseSiteVersion(tx);
    await record(tx, "publication_published", id, staffId, {
      publishedAt: publishedAt?.toISOString() ?? null,
    });
    return { ok: true, outcome: isPublic ? "published" : "scheduled" };
  });
}

/** What was public says at its address why it is not; what was scheduled is a draft again. */
export async function withdrawPublication({
  id,
  seen,
  reason,
  staffId,
  now = new Date(),
}: Seen & By & { reason: string | null }): Promise<
  Result<"changedMeanwhile" | "reasonMissing", { outcome: "withdrawn" | "unscheduled" }>
> {
  return andRefresh(async (tx) => {
    const publication = await lock(tx, id, seen);
    if (publication?.state !== "published") return { ok: false, reason: "changedMeanwhile" };
    const wasPublic = isVisible(publication, now);
    if (wasPublic && !reason) return { ok: false, reason: "reasonMissing" };
    if (wasPublic) await raiseSiteVersion(tx);
    else await makePrivate(tx, id);
    await tx.publication.update({
      where: { id },
      data: {
        version: { increment: 1 },
        ...(wasPublic
          ? { state: "withdrawn", withdrawnAt: now, withdrawalReason: reason }
          : { state: "draft", publishedAt: null, shownAt: null }),
      },
    });
    await record(tx, "publication_withdrawn", id, staffId);
    return { ok: true, outcome: wasPublic ? "withdrawn" : "unscheduled" };
  });
}

/** Raises the site's version for what has become public since: pages in memory lack it. */
export async function showDue(now: Date): Promise<number> {
  const due = { state: "published", publishedAt: { lte: now }, shownAt: null } as const;
  if ((await prisma.publication.count({ where: due })) === 0) return 0;
  const shown = await prisma.$transaction(async (tx) => {
    const { count } = await tx.publication.updateMany({ where: due, data: { shownAt: now } });
    if (count > 0) await raiseSiteVersion(tx);
    return count;
  });
  await refreshSiteVersion();
  return shown;
}

async function andRefresh<Answer extends Result<string>>(
  change: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  const answer = await prisma.$transaction(change);
  if (answer.ok) await refreshSiteVersion();
  return answer;
}

/** Null where somebody changed it since. Serialises changes: the second sees the first. */
async function lock(tx: Transaction, id: string, seen: number) {
  await tx.$queryRaw`SELECT id FROM publication WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.publication.findFirst({
    where: { id, version: seen },
    select: {
      state: true,
      publishedAt: true,
      texts: {
        select: {
          locale: true,
          latestId: true,
          publicId: true,
          latest: {
            select: {
              staffId: true,
              ...versionFields,
            },
          },
        },
      },
    },
  });
}

const isVisible = (
  { state, publishedAt }: { state: PublicationState; publishedAt: Date | null },
  now: Date,
): boolean => state === "published" && publishedAt !== null && publishedAt <= now;

const later = (now: Date, at: Date | null): Date => (at && at > now ? at : now);

const record = (
  tx: Transaction,
  kind: EventKind,
  publicationId: string,
  staffId: string,
  detail: Record<string, string | number | null> = {},
) => recordEvent(tx, { kind, actor: "staff", staffId, detail: { publicationId, ...detail } });
