import { prisma, type Transaction } from "@/lib/db";
import { bulletinMail } from "@/lib/endorsements/city-progress/bulletin-mail";
import { enqueueEndorsementMail } from "@/lib/endorsements/mails/mailer";
import { newLinks } from "@/lib/endorsements/mails/links";
import { listNewsReaders } from "@/lib/endorsements/queries";
import { toLocale } from "@/lib/i18n/locales";
import type { BulletinKind } from "@/prisma/generated/enums";

const batchSize = 100;

type NewBulletin = { cityId: number; kind: BulletinKind; about: string; dueAt: Date };

/** Announcing the same news twice has no effect. */
export async function announce(tx: Transaction, bulletin: NewBulletin): Promise<void> {
  await tx.bulletin.createMany({ data: bulletin, skipDuplicates: true });
}

/** Since the city last left, if it ever did. Includes news that is not sent yet. */
export async function wasAnnounced(
  tx: Transaction,
  cityId: number,
  kind: BulletinKind,
): Promise<boolean> {
  const left = await tx.cityStep.findFirst({
    where: { cityId, kind: "left", takenBackAt: null },
    orderBy: { recordedAt: "desc" },
    select: { recordedAt: true },
  });
  return (
    (await tx.bulletin.count({
      where: { cityId, kind, ...(left && { dueAt: { gt: left.recordedAt } }) },
    })) > 0
  );
}

export async function announceSignatures(now: Date): Promise<void> {
  const untold = await prisma.signatory.findMany({
    where: { residentsToldAt: null },
    select: { cityId: true, createdAt: true },
  });
  for (const signatory of untold)
    await prisma.$transaction((tx) => announceSignature(tx, signatory, now));
}

async function announceSignature(
  tx: Transaction,
  { cityId, createdAt }: { cityId: number; createdAt: Date },
  now: Date,
): Promise<void> {
  const { count } = await tx.signatory.updateMany({
    where: { cityId, createdAt, residentsToldAt: null },
    data: { residentsToldAt: now },
  });
  if (count === 0 || (await wasAnnounced(tx, cityId, "signed"))) return;
  const readers = await tx.endorsement.count({
    where: { placeId: cityId, kind: "asks", state: "confirmed", wantsNews: true },
  });
  if (readers > 0)
    await announce(tx, { cityId, kind: "signed", about: createdAt.toISOString(), dueAt: now });
}

/** Each mail is written once, however many processes run this. Returns the number of mails. */
export async function sendBulletins(now: Date): Promise<number> {
  let mails = 0;
  for (;;) {
    const bulletin = await prisma.bulletin.findFirst({
      where: { finishedAt: null, dueAt: { lte: now } },
      select: dueView,
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    });
    if (!bulletin) return mails;
    mails += await sendNext(bulletin, now);
  }
}

const dueView = {
  id: true,
  kind: true,
  about: true,
  cityId: true,
  lastReaderId: true,
  city: { select: { name: true, slug: true } },
} as const;

type DueBulletin = {
  id: string;
  kind: BulletinKind;
  about: string;
  cityId: number;
  lastReaderId: string | null;
  city: { name: string; slug: string };
};

/** Renders first; then the update of the bulletin lets only one process write the mails. */
async function sendNext(bulletin: DueBulletin, now: Date): Promise<number> {
  const { id, cityId, lastReaderId, kind } = bulletin;
  const readers = await listNewsReaders(cityId, lastReaderId ?? undefined, batchSize);
  const last = readers.at(-1)?.id;
  // Residents who thanked a signatory did not ask for it to sign.
  const concerned = readers.filter(
    (reader) => reader.kind === "asks" || (kind !== "milestone" && kind !== "signed"),
  );
  const written = await Promise.all(
    concerned.map(async (reader) => ({
      reader,
      ...(await renderBulletin(bulletin, reader.locale)),
    })),
  );
  return prisma.$transaction(async (tx) => {
    const progress = last ? { lastReaderId: last } : { finishedAt: now };
    const { count } = await tx.bulletin.updateMany({
      where: { id, lastReaderId, finishedAt: null },
      data: progress,
    });
    if (count === 0) return 0;
    for (const { reader, links, content } of written)
      await enqueueEndorsementMail(tx, reader, { kind: `endorsement_${kind}`, links, content });
    return written.length;
  });
}

async function renderBulletin({ kind, about, city }: DueBulletin, language: string) {
  const locale = toLocale(language);
  const links = newLinks(locale);
  const content = await bulletinMail({
    locale,
    cityName: city.name,
    citySlug: city.slug,
    manageUrl: links.manageUrl,
    kind,
    count: kind === "milestone" ? Number(about) : 0,
  });
  return { links, content };
}
