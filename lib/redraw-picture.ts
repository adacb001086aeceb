import sharp, { type Sharp } from "sharp";
import type { Result } from "@/lib/result";

/** Enough for any camera, and 160 MB of memory at most while it is decoded. */
const maxPixels = 40_000_000;

export type PictureRefusal = "notAPicture" | "tooManyPixels";

/** What a file is, its first bytes say; its name and what the browser calls it say nothing. */
export function pictureFormatOf(file: Uint8Array): "png" | "jpeg" | "webp" | null {
  const text = Buffer.from(file.subarray(0, 12)).toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  return /^RIFF[^]{4}WEBP$/.test(text) ? "webp" : null;
}

/** Draws it anew, smaller and upright: nothing that the file hid, such as a place, remains. */
export async function redrawPicture(
  file: Uint8Array,
  maxSide: number,
  encode: (drawing: Sharp) => Sharp,
): Promise<Result<PictureRefusal, { bytes: Buffer; width: number; height: number }>> {
  const format = pictureFormatOf(file);
  if (!format) return { ok: false, reason: "notAPicture" };
  try {
    const { width, height, format: decoder } = await sharp(file).metadata();
    if (width * height > maxPixels) return { ok: false, reason: "tooManyPixels" };
    if (decoder !== format) return { ok: false, reason: "notAPicture" };
    const drawing = sharp(file, { limitInputPixels: maxPixels, failOn: "error" })
      .autoOrient()
      .resize(maxSide, maxSide, { fit: "inside", withoutEnlargement: true });
    const { data, info } = await encode(drawing).toBuffer({ resolveWithObject: true });
    return { ok: true, bytes: data, width: info.width, height: info.height };
  } catch {
    // Whatever a decoder stumbles over is no picture to show.
    return { ok: false, reason: "notAPicture" };
  }
}
