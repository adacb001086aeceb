import { formTexts } from "@/lib/forms";
import type { ToConfirm } from "@/components/staff/confirmation";
import { NotConfirmed } from "@/lib/endorsements/confirmed-number";

/**
 * Runs a command for a form.
 * @returns what it gave, or what the form's sender must confirm before it does anything
 */
export async function runConfirmed<Result>(
  form: FormData,
  command: () => Promise<Result>,
): Promise<
  { result: Result; toConfirm?: undefined } | { result?: undefined; toConfirm: ToConfirm }
> {
  try {
    return { result: await command() };
  } catch (error) {
    if (!(error instanceof NotConfirmed)) throw error;
    const { confirmed, ...sent } = formTexts(form);
    // Without scripts a form also carries fields of React's own.
    const fields = Object.fromEntries(
      Object.entries(sent).filter(([name]) => !name.startsWith("$")),
    );
    return { toConfirm: { count: error.count, fields, isAfresh: confirmed !== undefined } };
  }
}
