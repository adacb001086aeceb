"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { accessRefusals } from "@/app/admin/publishing/access-refusals";
import { requirePermission, requirePermissionOnPage } from "@/lib/auth";
import {
  again,
  drawPreview,
  parseTyped,
  picturesOf,
  readTyped,
} from "@/app/admin/publishing/publication-answers";
import {
  changeSaved,
  publishAgain,
  uploadPicture,
} from "@/app/admin/publishing/publication-changes";
import {
  fieldErrorsOf,
  unknownChoice,
  withFieldErrors,
  withFormError,
} from "@/app/admin/form-answers";
import type { Preview, PublicationFormState } from "@/components/publishing/publication-form-state";
import type { FormState } from "@/components/staff-ui/form-state";
import { formTexts } from "@/lib/forms";
import { hiddenId, hiddenVersion } from "@/lib/hidden-fields";
import { createPublication, withdrawPublication } from "@/lib/publications/commands";
import { slugSchema, withdrawalSchema } from "@/lib/publications/schema";
import { PublicationKind } from "@/prisma/generated/enums";

const seenSchema = z.object({ id: hiddenId, seen: hiddenVersion });

export async function create(
  before: PublicationFormState,
  form: FormData,
): Promise<PublicationFormState> {
  const access = await requirePermissionOnPage("publish");
  if (!access.ok)
    return again(before, readTyped(form), { formError: accessRefusals[access.reason] });
  const typed = readTyped(form);
  const preview = drawPreview(typed, new Map());
  if (typed.intent === "preview") return again(before, typed, { preview });
  const slug = slugSchema.safeParse(typed.slug ?? "");
  const parsed = parseTyped(typed, new Map());
  if (!slug.success || "fieldErrors" in parsed) {
    const fieldErrors = {
      ...(!slug.success && { slug: slug.error.issues[0]?.message ?? "" }),
      ...("fieldErrors" in parsed && parsed.fieldErrors),
    };
    return again(before, typed, { preview, fieldErrors });
  }
  const kind = Object.values(PublicationKind).find((each) => each === typed.kind);
  if (!kind) return again(before, typed, { preview, formError: unknownChoice });
  const { text } = parsed;
  const result = await createPublication({ kind, slug: slug.data, text, staffId: access.staff.id });
  if (result.ok) redirect(`/admin/publishing/${result.id}?locale=${text.locale}&done=saved`);
  return again(before, typed, {
    preview,
    fieldErrors: { slug: "Something else has this address already. Choose another." },
  });
}

export async function save(
  before: PublicationFormState,
  form: FormData,
): Promise<PublicationFormState> {
  const access = await requirePermissionOnPage("publish");
  if (!access.ok)
    return again(before, readTyped(form), { formError: accessRefusals[access.reason] });
  const typed = readTyped(form);
  if (typed.intent === "picture") {
    const answer = await uploadPicture(before, typed, form.get("picture"), access.staff.id);
    refresh();
    return answer;
  }
  const pictures = await picturesOf(typed.id);
  const preview = drawPreview(typed, pictures);
  if (typed.intent === "preview") return again(before, typed, { preview });
  const parsed = parseTyped(typed, pictures);
  if ("fieldErrors" in parsed)
    return again(before, typed, { preview, fieldErrors: parsed.fieldErrors });
  const change = await changeSaved(typed, parsed.text, access.staff.id);
  if ("done" in change) {
    const query = new URLSearchParams({
      locale: parsed.text.locale,
      done: change.done,
      at: String(Date.now()),
    });
    redirect(`/admin/publishing/${typed.id}?${query.toString()}`);
  }
  refresh();
  return again(before, typed, { preview, ...change });
}

/** Null for who may not see it: the page goes on without. */
export async function draw(form: FormData): Promise<Preview | null> {
  const access = await requirePermissionOnPage("publish");
  if (!access.ok) return null;
  const typed = readTyped(form);
  return drawPreview(typed, await picturesOf(typed.id));
}

export async function withdraw(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("publish");
  const values = formTexts(form);
  const { id, seen } = seenSchema.parse(values);
  const given = withdrawalSchema.safeParse({ reason: values.reason ?? "" });
  if (!given.success) return withFieldErrors(before, form, fieldErrorsOf(given.error));
  const { reason } = given.data;
  const result = await withdrawPublication({ id, seen, reason, staffId });
  if (result.ok) redirect(`/admin/publishing/${id}?done=${result.outcome}&at=${Date.now()}`);
  if (result.reason === "reasonMissing")
    return withFieldErrors(before, form, { reason: "Say in one sentence why it is withdrawn." });
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was done: a colleague has changed this since you opened it. Look at it again.",
  );
}

/** What was withdrawn stands at its address again. */
export async function putBack(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("publish");
  const { id, seen } = seenSchema.parse(formTexts(form));
  const result = await publishAgain(id, seen, staffId);
  redirect(`/admin/publishing/${id}?done=${result}&at=${Date.now()}`);
}
