import { z } from "zod";
import { prisma } from "@/lib/db";

const idSchema = z.uuid();

/** WebP; null unless a public text shows it. */
export async function findPublicPicture(
  pictureId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const id = idSchema.safeParse(pictureId).data;
  if (!id) return null;
  const picture = await prisma.publicationPicture.findFirst({
    where: { id, publication: { state: "published", publishedAt: { lte: new Date() } } },
    select: {
      number: true,
      bytes: true,
      publication: {
        select: {
          texts: {
            where: { publicId: { not: null } },
            select: { public: { select: { body: true } } },
          },
        },
      },
    },
  });
  const name = new RegExp(`\\bpicture-${picture?.number}\\b`);
  const isShown = picture?.publication.texts.some((text) => name.test(text.public?.body ?? ""));
  return picture && isShown ? picture.bytes : null;
}

/** For editors, whatever the state of its publication. */
export async function findAnyPicture(pictureId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const id = idSchema.safeParse(pictureId).data;
  const picture =
    id && (await prisma.publicationPicture.findUnique({ where: { id }, select: { bytes: true } }));
  return picture ? picture.bytes : null;
}
