import { redrawPicture, type PictureRefusal as Unreadable } from "@/lib/redraw-picture";
import type { Result } from "@/lib/result";

/** As uploaded. */
const maxPictureBytes = 6_000_000;
/** Twice the width of a page's text, for dense screens. */
const maxSide = 1_600;
const quality = 80;

export type PictureRefusal = Unreadable | "tooManyBytes";

export async function readPicture(
  file: Uint8Array,
): Promise<Result<PictureRefusal, { bytes: Buffer; width: number; height: number }>> {
  if (file.length > maxPictureBytes) return { ok: false, reason: "tooManyBytes" };
  return redrawPicture(file, maxSide, (drawing) => drawing.webp({ quality }));
}
