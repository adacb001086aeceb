import { prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { readPicture, type PictureRefusal } from "@/lib/publications/read-picture";
import type { Result } from "@/lib/result";

export const maxPictures = 20;

type NewPicture = { publicationId: string; file: Uint8Array; staffId: string };

/** Stored apart from the text, which names it by its number. */
export async function addPicture({
  publicationId,
  file,
  staffId,
}: NewPicture): Promise<Result<PictureRefusal | "tooMany" | "noPublication", { number: number }>> {
  const picture = await readPicture(file);
  if (!picture.ok) return picture;
  const { width, height } = picture;
  return prisma.$transaction(async (tx) => {
    // Serialises, so that no two pictures get one number.
    const [publication] = await tx.$queryRaw<unknown[]>`
      SELECT id FROM publication WHERE id = ${publicationId}::uuid FOR UPDATE`;
    if (!publication) return { ok: false, reason: "noPublication" };
    const number = (await tx.publicationPicture.count({ where: { publicationId } })) + 1;
    if (number > maxPictures) return { ok: false, reason: "tooMany" };
    const bytes = new Uint8Array(picture.bytes);
    await tx.publicationPicture.create({ data: { publicationId, number, width, height, bytes } });
    await recordEvent(tx, {
      kind: "publication_picture_added",
      actor: "staff",
      staffId,
      detail: { publicationId, number },
    });
    return { ok: true, number };
  });
}
