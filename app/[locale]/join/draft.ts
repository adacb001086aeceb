import { fieldNames, type Answers } from "@/lib/applications/fields";
import type { Stage } from "@/lib/applications/join-stages";

/** Without the consent, which is only ever given on the last step. */
export type Draft = { stage: Stage; submissionKey: string; answers: Partial<Answers> };

const key = "join-draft";

/** Browsers may refuse to keep anything: then the form works as it does without scripts. */
function tryStorage<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(window.sessionStorage);
  } catch {
    return null;
  }
}

export const writeDraft = (draft: Draft): void =>
  void tryStorage((storage) => storage.setItem(key, JSON.stringify(draft)));

export const clearDraft = (): void => void tryStorage((storage) => storage.removeItem(key));

/**
 * What this site has written there. Whatever it says, the server reads it as it reads every post.
 */
export const readDraft = (): Draft | null =>
  tryStorage((storage) => JSON.parse(storage.getItem(key) ?? "null") as Draft | null);

export function readAnswersOf(form: HTMLFormElement): Draft["answers"] {
  const filled = new FormData(form);
  const answers = fieldNames
    .filter((field) => field !== "consent")
    .map((field) => [field, filled.get(field)] as const);
  return Object.fromEntries(
    answers.filter(([, value]) => typeof value === "string" && value !== ""),
  );
}
