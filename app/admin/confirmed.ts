import { formTexts } from "@/lib/forms";
import type { ToConfirm } from "@/components/staff/confirmation";
import type { NotConfirmed } from "@/lib/endorsements/confirmed-number";

/** What the form's sender must confirm before the command does anything. */
export function toConfirm(form: FormData, { count }: NotConfirmed): ToConfirm {
  const { confirmed, ...sent } = formTexts(form);
  // Without scripts a form also carries fields of React's own.
  const fields = Object.fromEntries(Object.entries(sent).filter(([name]) => !name.startsWith("$")));
  return { count, fields, isAfresh: confirmed !== undefined };
}
