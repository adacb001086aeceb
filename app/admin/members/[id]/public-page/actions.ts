"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAgain, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import { drawPreview, parseEdit } from "@/app/admin/members/[id]/public-page/page-answers";
import type { PageFormState } from "@/components/city-pages/page-form";
import { requirePermission } from "@/lib/auth";
import { formTexts } from "@/lib/forms";
import { hiddenCityId, hiddenVersion } from "@/lib/hidden-fields";
import { editPage, restorePage, type EditResult } from "@/lib/members/page/commands";
import { findEditedPage } from "@/lib/members/page/queries";

const seenSchema = z.object({
  cityId: hiddenCityId,
  seen: hiddenVersion,
});

const pageOf = (cityId: number, done: string): string =>
  `/admin/members/${cityId}/public-page?done=${done}&at=${Date.now()}`;

/** Shows or saves website and summary, or one action. */
export async function save(before: PageFormState, form: FormData): Promise<PageFormState> {
  const { id: staffId } = await requirePermission("editCityPages");
  const values = formTexts(form);
  const { cityId, seen } = seenSchema.parse(values);
  const read = parseEdit(values);
  if (!read.ok) return withFieldErrors(before, form, read.fieldErrors);
  if (values.intent === "preview") {
    const page = await findEditedPage(cityId);
    return { ...formAgain(before, form), preview: page && drawPreview(page, read.edit) };
  }
  const result = await editPage({ cityId, seen, staffId, ...read.edit });
  if (result.ok) redirect(pageOf(cityId, result.outcome));
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was saved: a colleague has edited this page since you opened it. The history shows when. Save again to keep what stands here.",
  );
}

const doneOf = (result: EditResult): string => (result.ok ? result.outcome : result.reason);

/** Takes an action off the page, or puts it back. */
export async function showAction(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("editCityPages");
  const values = formTexts(form);
  const { cityId, seen } = seenSchema.parse(values);
  const kind = values.kind === "putBack" ? "putBack" : "takeOut";
  const changes = [{ kind, id: values.id ?? "" }] as const;
  const reported = { by: null, date: "" };
  const result = await editPage({ cityId, seen, staffId, changes, reported });
  redirect(pageOf(cityId, doneOf(result)));
}

/** Brings back an earlier version. */
export async function restore(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("editCityPages");
  const values = formTexts(form);
  const { cityId, seen } = seenSchema.parse(values);
  const number = hiddenVersion.parse(values.number);
  const result = await restorePage({ cityId, seen, staffId }, number);
  redirect(pageOf(cityId, doneOf(result)));
}
