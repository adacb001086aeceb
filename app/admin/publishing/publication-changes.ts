import {
  again,
  drawPreview,
  picturesOf,
  type Typed,
} from "@/app/admin/publishing/publication-answers";
import type { PublicationFormState } from "@/components/publishing/publication-form-state";
import { hiddenId, hiddenVersion } from "@/lib/hidden-fields";
import { handOver, publishPublication, savePublication } from "@/lib/publications/commands";
import { addPicture, maxPictures } from "@/lib/publications/picture-commands";
import { momentSchema } from "@/lib/publications/fields";
import type { PictureRefusal } from "@/lib/publications/read-picture";
import type { WrittenText } from "@/lib/publications/schema";
import { readSettings } from "@/lib/settings/queries";

const changedMeanwhile =
  "Nothing was saved: a colleague has changed this since you opened it. The history shows what. Your text is still here: save again to keep it.";

const publishRefusals = {
  changedMeanwhile,
  secondPersonNeeded:
    "It is saved, but not published: somebody else must read it first. Ask a colleague.",
};

type Change =
  | { done: "saved" | "unchanged" | "corrected" | "handedOver" | "published" | "scheduled" }
  | { formError: string }
  | { fieldErrors: Readonly<Record<string, string>> };

/** Saves, and where the button says so, hands over or publishes what is saved. */
export async function changeSaved(
  typed: Typed,
  text: WrittenText,
  staffId: string,
): Promise<Change> {
  const id = hiddenId.parse(typed.id);
  const seenBefore = hiddenVersion.parse(typed.seen);
  const at = momentSchema.safeParse(typed.publishAt ?? "");
  if (!at.success) return { fieldErrors: { publishAt: at.error.issues[0]?.message ?? "" } };
  if (typed.intent === "publish" && at.data && at.data <= new Date())
    return { fieldErrors: { publishAt: "This moment has passed. Leave it empty to publish now." } };

  const { publicationsNeedTwo: isReviewDemanded } = await readSettings();
  const by = { staffId, isReviewDemanded };
  const saved = await savePublication({ id, seen: seenBefore, text, ...by });
  if (!saved.ok) {
    if (saved.reason === "correctionMissing")
      return { fieldErrors: { correction: "Say in one sentence what was corrected." } };
    return { formError: changedMeanwhile };
  }
  const seen = seenBefore + (saved.outcome === "unchanged" ? 0 : 1);
  if (typed.intent === "handOver") {
    const handed = await handOver({ id, seen, staffId });
    return handed.ok ? { done: "handedOver" } : { formError: changedMeanwhile };
  }
  if (typed.intent !== "publish") return { done: saved.outcome };
  const published = await publishPublication({ id, seen, at: at.data, ...by });
  return published.ok
    ? { done: published.outcome }
    : { formError: publishRefusals[published.reason] };
}

export async function publishAgain(
  id: string,
  seen: number,
  staffId: string,
): Promise<"published" | "scheduled" | "changedMeanwhile" | "secondPersonNeeded"> {
  const { publicationsNeedTwo: isReviewDemanded } = await readSettings();
  const result = await publishPublication({ id, seen, at: null, staffId, isReviewDemanded });
  return result.ok ? result.outcome : result.reason;
}

const pictureRefusals: Record<PictureRefusal | "tooMany" | "noPublication", string> = {
  notAPicture: "This is not a PNG, JPEG or WebP picture that can be read.",
  tooManyBytes: "The file is too large. It may have 6 MB.",
  tooManyPixels: "The picture has too many pixels. It may have 40 million.",
  tooMany: `There are ${maxPictures} pictures already.`,
  noPublication: "The publication is not there any more.",
};

/** The form again, with a line for the picture at the end of its text. */
export async function uploadPicture(
  before: PublicationFormState,
  typed: Typed,
  file: FormDataEntryValue | null,
  staffId: string,
): Promise<PublicationFormState> {
  const id = hiddenId.parse(typed.id);
  const alt = (typed.alt ?? "").replace(/\s+/g, " ").trim();
  const hasFile = file instanceof File && file.size > 0;
  const fieldErrors = {
    ...(!hasFile && { picture: "Choose a picture." }),
    ...(!alt && { alt: "Say what the picture shows." }),
  };
  const answer = (rest: Partial<PublicationFormState>, values = typed) =>
    picturesOf(id).then((pictures) =>
      again(before, values, { preview: drawPreview(values, pictures), ...rest }),
    );
  if (!hasFile || !alt) return answer({ fieldErrors });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const added = await addPicture({ publicationId: id, file: bytes, staffId });
  if (!added.ok) return answer({ fieldErrors: { picture: pictureRefusals[added.reason] } });
  const escaped = alt.replace(/[\\[\]]/g, "\\$&");
  const body = `${(typed.body ?? "").trimEnd()}\n\n![${escaped}](picture-${added.number})\n`;
  const notice = `Added as picture-${added.number}. Its line stands at the end of the text: move it to where the picture belongs, and save.`;
  return answer({ notice }, { ...typed, alt: "", body });
}
