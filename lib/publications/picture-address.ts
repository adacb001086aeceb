import type { KnownPictures } from "@/lib/publications/markdown-tree";

const pictureAddress = (id: string): string => `/data/pictures/${id}.webp`;

type PictureRow = { id: string; number: number; width: number; height: number };

export const knownPictures = (
  pictures: readonly PictureRow[],
  addressOf: (id: string) => string = pictureAddress,
): KnownPictures =>
  new Map(
    pictures.map(({ id, number, width, height }) => [
      number,
      { src: addressOf(id), width, height },
    ]),
  );
