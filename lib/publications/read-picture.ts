import sharp from "sharp";
import type { Result } from "@/lib/result";

/** As uploaded. */
const maxPictureBytes = 6_000_000;
/** Enough for any camera, and 160 MB of memory at most while it is decoded. */
const maxPixels = 40_000_000;
/** Twice the width of a page's text, for dense screens. */
const maxSide = 1_600;
const quality = 80;

export type PictureRefusal = "notAPicture" | "tooManyBytes" | "tooManyPixels";

/** What a file is, its first bytes say; its name and what the browser calls it say nothing. */
function formatOf(file: Uint8Array): "png" | "jpeg" | "webp" | null {
  const text = Buffer.from(file.subarray(0, 12)).toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  return /^RIFF[^]{4}WEBP$/.test(text) ? "webp" : null;
}

/** Draws it anew, smaller and upright: nothing that the file hid, such as a place, remains. */
export async function readPicture(
  file: Uint8Array,
): Promise<Result<PictureRefusal, { bytes: Buffer; width: number; height: number }>> {
  if (file.length > maxPictureBytes) return { ok: false, reason: "tooManyBytes" };
  const format = formatOf(file);
  if (!format) return { ok: false, reason: "notAPicture" };
  try {
    const { width, height, format: decoder } = await sharp(file).metadata();
    if (width * height > maxPixels) return { ok: false, reason: "tooManyPixels" };
    if (decoder !== format) return { ok: false, reason: "notAPicture" };
    const { data, info } = await sharp(file, { limitInputPixels: maxPixels, failOn: "error" })
      .autoOrient()
      .resize(maxSide, maxSide, { fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    return { ok: true, bytes: data, width: info.width, height: info.height };
  } catch {
    // Whatever a decoder stumbles over is no picture to show.
    return { ok: false, reason: "notAPicture" };
  }
}
