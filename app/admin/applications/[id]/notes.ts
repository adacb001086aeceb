import { refresh } from "next/cache";
import type { ReviewSubmission } from "@/app/admin/applications/[id]/review-answers";
import { formAgain, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { ReviewState } from "@/components/review/decision/review-state";
import { writeNote } from "@/lib/applications/review/note-commands";
import { staffNoteSchema } from "@/lib/applications/review/review-schema";
import { formTexts } from "@/lib/forms";

// Called by the action behind its guard.

const field = "note-text";
const tell = "tell-";

const refusals = {
  unknown: "Nothing was written: the application is there no more.",
  erased: "Nothing was written: the applicant’s data is erased, and notes went with it.",
  tooMany: "Nothing was written: this application has as many notes as it can have.",
};

export async function note({ before, form, seen }: ReviewSubmission): Promise<ReviewState> {
  const values = formTexts(form);
  const text = staffNoteSchema.safeParse(values[field] ?? "");
  if (!text.success)
    return withFieldErrors(before, form, { [field]: text.error.issues[0]?.message ?? "" });
  const tellIds = Object.keys(values).flatMap((name) =>
    name.startsWith(tell) ? [name.slice(tell.length)] : [],
  );
  const { applicationId, staffId } = seen;
  const written = await writeNote({ applicationId, staffId, text: text.data, tellIds });
  refresh();
  if (!written.ok) return withFormError(before, form, refusals[written.reason]);
  const again = formAgain(before, form);
  const kept = Object.entries(again.values).filter(
    ([name]) => name !== field && !name.startsWith(tell),
  );
  return { ...again, values: Object.fromEntries(kept), noted: "The note is written." };
}
