"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { requirePermission } from "@/lib/auth";
import { publicNameSchema } from "@/lib/cities/member-schema";
import { formTexts } from "@/lib/forms";
import { hiddenCityId, hiddenId } from "@/lib/hidden-fields";
import { linkCity, undoLink, type LinkRefusal } from "@/lib/members/link-commands";
import { renameCity, undoRename } from "@/lib/members/rename-commands";
import { CityLinkKind } from "@/prisma/generated/enums";

const renameSchema = z.object({ newName: publicNameSchema, seen: z.string().catch("") });

const chooseCity = "Choose the other city.";

const linkSchema = z.object({
  // Nothing chosen is 0.
  intoCityId: z.coerce
    .number(chooseCity)
    .int(chooseCity)
    .min(1, chooseCity)
    .max(2_147_483_647, chooseCity),
  kind: z.enum(CityLinkKind, "Choose why."),
});

const undoSchema = z.object({ cityId: hiddenCityId, id: hiddenId });

const changedMeanwhile =
  "Nothing was done: a colleague has changed this city since you opened it. This is how it stands now.";

export async function rename(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("manageMembers");
  const values = formTexts(form);
  const cityId = hiddenCityId.parse(values.cityId);
  const parsed = renameSchema.safeParse(values);
  if (!parsed.success) return withFieldErrors(before, form, fieldErrorsOf(parsed.error));
  const { newName: name, seen } = parsed.data;
  const result = await renameCity({ cityId, name, seen, staffId });
  if (result.ok) redirect(`/admin/members/${cityId}?done=renamed&at=${Date.now()}`);
  if (result.reason === "sameName")
    return withFieldErrors(before, form, { newName: "This is the name that it has already." });
  refresh();
  return withFormError(before, form, changedMeanwhile);
}

export async function takeRenameBack(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("manageMembers");
  const { cityId, id } = undoSchema.parse(formTexts(form));
  const { ok } = await undoRename(id, staffId);
  redirect(`/admin/members/${cityId}?done=${ok ? "rename_undone" : "changed"}&at=${Date.now()}`);
}

const linkRefusals: Readonly<Record<LinkRefusal, string>> = {
  changedMeanwhile,
  sameCity: "Choose another city than this one.",
  noMember: "The other city is no member any more. Choose another.",
  leadsOn: "The other city leads to another one itself. Choose that one.",
};

export async function link(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("manageMembers");
  const values = formTexts(form);
  const cityId = hiddenCityId.parse(values.cityId);
  const parsed = linkSchema.safeParse(values);
  if (!parsed.success) return withFieldErrors(before, form, fieldErrorsOf(parsed.error));
  const result = await linkCity({ cityId, ...parsed.data, staffId });
  if (result.ok) redirect(`/admin/members/${cityId}?done=linked&at=${Date.now()}`);
  refresh();
  return withFormError(before, form, linkRefusals[result.reason]);
}

export async function takeLinkBack(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("manageMembers");
  const { cityId, id } = undoSchema.parse(formTexts(form));
  const { ok } = await undoLink(id, staffId);
  redirect(`/admin/members/${cityId}?done=${ok ? "link_undone" : "changed"}&at=${Date.now()}`);
}
