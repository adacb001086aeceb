"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { requirePermission } from "@/lib/auth";
import {
  addContact,
  changeContact,
  removeContact,
  type ContactRefusal,
} from "@/lib/cities/contacts/commands";
import { contactSchema, type ContactErrorKey } from "@/lib/cities/contacts/schema";
import { formTexts } from "@/lib/forms";
import { hiddenCityId, hiddenId, hiddenVersion } from "@/lib/hidden-fields";
import { requestReconfirmationNow } from "@/lib/members/reconfirmation-commands";

const errorTexts: Readonly<Record<ContactErrorKey, string>> = {
  nameMissing: "Give the name.",
  roleMissing: "Give the role at the city.",
  emailInvalid: "Give an email address, for example name@ghent.be.",
  tooLong: "This is too long.",
  unreadable: "This has characters that cannot be read. Type it again.",
  addressInName: "Leave out the web or email address.",
  choiceMissing: "Choose one.",
};

const refusalTexts: Readonly<Record<ContactRefusal, string>> = {
  notAMember: "The city is no member any more.",
  addressTaken: "Another contact of the city has this email address.",
  tooMany: "The city has as many contacts as it can have. Remove one first.",
  changedMeanwhile:
    "Nothing was saved: somebody has changed this contact since you opened it. Save again to keep what stands here.",
};

const seenSchema = z.object({
  // A new contact has none yet.
  id: z.literal("").default("").or(hiddenId),
  version: hiddenVersion,
});

const pageOf = (cityId: number, done: string): string =>
  `/admin/members/${cityId}/contacts?done=${done}&at=${Date.now()}`;

/** Adds a contact, or changes the one that the form names. */
export async function saveContact(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("manageMembers");
  const values = formTexts(form);
  const cityId = hiddenCityId.parse(values.cityId);
  const { id, version } = seenSchema.parse(values);
  const read = contactSchema.safeParse(values);
  if (!read.success) {
    const keys = Object.entries(fieldErrorsOf(read.error)) as [string, ContactErrorKey][];
    const errors = Object.fromEntries(keys.map(([field, key]) => [field, errorTexts[key]]));
    return withFieldErrors(before, form, errors);
  }
  const contact = { cityId, answers: read.data, staffId };
  const result = id ? await changeContact({ ...contact, id, version }) : await addContact(contact);
  if (result.ok) redirect(pageOf(cityId, id ? "changed" : "added"));
  refresh();
  return withFormError(before, form, refusalTexts[result.reason]);
}

export async function takeContactOut(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("manageMembers");
  const values = formTexts(form);
  const cityId = hiddenCityId.parse(values.cityId);
  const { version } = seenSchema.parse(values);
  const { ok } = await removeContact({ cityId, id: hiddenId.parse(values.id), version, staffId });
  redirect(pageOf(cityId, ok ? "removed" : "not_done"));
}

export async function ask(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("manageMembers");
  const cityId = hiddenCityId.parse(formTexts(form).cityId);
  const { ok } = await requestReconfirmationNow(cityId, staffId);
  redirect(pageOf(cityId, ok ? "asked" : "not_asked"));
}
