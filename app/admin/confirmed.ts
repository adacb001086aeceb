import { formTexts } from "@/lib/forms";
import type { ToConfirm } from "@/components/staff/confirmation";
import type { NotConfirmed } from "@/lib/endorsements/confirmed-number";

/** What the form's sender must confirm before the command does anything. */
export function toConfirm(form: FormData, { count }: NotConfirmed): ToConfirm {
  const { confirmed, ...fields } = formTexts(form);
  return { count, fields, isAfresh: confirmed !== undefined };
}
