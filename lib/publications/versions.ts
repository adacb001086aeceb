import type { Transaction } from "@/lib/db";
import type { WrittenText } from "@/lib/publications/schema";

type Facts = Omit<WrittenText, "locale" | "correction">;

const factsOf = ({ title, description, body, place, day, time, timeZone, isConfirmed }: Facts) => ({
  title,
  description,
  body,
  place,
  day,
  time,
  timeZone,
  isConfirmed,
});

export const isSame = (one: Facts, other: Facts): boolean =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));

export async function addVersion(
  tx: Transaction,
  publicationId: string,
  text: WrittenText,
  staffId: string,
): Promise<string> {
  const { locale, correction } = text;
  const number = (await tx.publicationVersion.count({ where: { publicationId, locale } })) + 1;
  const { id } = await tx.publicationVersion.create({
    data: { publicationId, locale, number, correction, staffId, ...factsOf(text) },
    select: { id: true },
  });
  return id;
}

export async function makePublic(tx: Transaction, publicationId: string, publishedAt: Date) {
  await tx.$executeRaw`
    UPDATE publication_text SET public_id = latest_id WHERE publication_id = ${publicationId}::uuid`;
  const shown = await tx.publicationText.findMany({
    where: { publicationId },
    select: { latestId: true },
  });
  await tx.publicationVersion.updateMany({
    where: { id: { in: shown.map(({ latestId }) => latestId) }, publishedAt: null },
    data: { publishedAt },
  });
}

export async function makePrivate(tx: Transaction, publicationId: string) {
  await tx.publicationText.updateMany({ where: { publicationId }, data: { publicId: null } });
  await tx.publicationVersion.updateMany({
    where: { publicationId },
    data: { publishedAt: null },
  });
}
