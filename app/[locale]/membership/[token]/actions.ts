"use server";

import { redirect } from "next/navigation";
import { formText } from "@/lib/forms";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import type { ContactsFormState } from "@/lib/members/contact-rows";
import { formAgain, parseContactEdits } from "@/lib/members/contacts-form";
import { reconfirm } from "@/lib/members/reconfirmation-commands";
import { findMemberByToken } from "@/lib/members/reconfirmation-queries";

const pageOf = (form: FormData): string =>
  href(
    toLocale(formText(form, "locale")),
    `/membership/${encodeURIComponent(formText(form, "token"))}`,
  );

export async function confirm(form: FormData): Promise<void> {
  const result = await reconfirm(formText(form, "token"));
  redirect(result.ok ? `${pageOf(form)}?done=confirmed` : pageOf(form));
}

/** Whoever removes themselves, or changes their own address, has no way back to the page. */
const pageAfterSaving = async (form: FormData): Promise<string> =>
  (await findMemberByToken(formText(form, "token")))
    ? `${pageOf(form)}?done=confirmed`
    : href(toLocale(formText(form, "locale")), "/membership/answered");

export async function saveContacts(
  before: ContactsFormState,
  form: FormData,
): Promise<ContactsFormState> {
  const read = parseContactEdits(form);
  if (!read.ok) return formAgain(before, form, { fieldErrors: read.errors });
  const result = await reconfirm(formText(form, "token"), read.edits);
  if (result.ok) redirect(await pageAfterSaving(form));
  // The page says that the link leads nowhere any more.
  if (result.reason === "unknown" || result.reason === "notAMember") redirect(pageOf(form));
  return formAgain(before, form, { formError: result.reason });
}
