import { maxFileMegabytes } from "@/lib/applications/files/file-limits";
import { isPdf } from "@/lib/applications/files/pdf";
import { pictureFormatOf, redrawPicture } from "@/lib/redraw-picture";
import type { Result } from "@/lib/result";
import type { MandateFileFormat } from "@/prisma/generated/enums";

/** The longer side of a page on A4 at more than 250 dots an inch. */
const maxSide = 3_000;
const quality = 85;

export type FileRefusal = "tooLarge" | "unknownFormat" | "damaged" | "tooManyPixels";

type ReadFile = { format: MandateFileFormat; bytes: Buffer };

/** Goes by what is in it. A PDF stays as it is; a picture is drawn anew, as a JPEG. */
export async function readMandateFile(file: Buffer): Promise<Result<FileRefusal, ReadFile>> {
  if (file.length > maxFileMegabytes * 1_000_000) return { ok: false, reason: "tooLarge" };
  if (pictureFormatOf(file)) return readPicture(file);
  if (!file.subarray(0, 5).equals(Buffer.from("%PDF-")))
    return { ok: false, reason: "unknownFormat" };
  return isPdf(file) ? { ok: true, format: "pdf", bytes: file } : { ok: false, reason: "damaged" };
}

async function readPicture(file: Buffer): Promise<Result<FileRefusal, ReadFile>> {
  const drawn = await redrawPicture(file, maxSide, (drawing) =>
    drawing.flatten({ background: "white" }).jpeg({ quality }),
  );
  if (drawn.ok) return { ok: true, format: "jpeg", bytes: drawn.bytes };
  return { ok: false, reason: drawn.reason === "tooManyPixels" ? "tooManyPixels" : "damaged" };
}
