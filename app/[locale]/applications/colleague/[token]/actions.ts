"use server";

import { redirect } from "next/navigation";
import {
  agreeAsSecondContact,
  declineAsSecondContact,
} from "@/lib/applications/second-contact/commands";
import { formText } from "@/lib/forms";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

const pageOf = (form: FormData) =>
  href(
    toLocale(formText(form, "locale")),
    `/applications/colleague/${encodeURIComponent(formText(form, "token"))}`,
  );

export async function agree(form: FormData): Promise<void> {
  const agreed = await agreeAsSecondContact(formText(form, "token"));
  redirect(agreed.ok ? new URL(agreed.statusUrl).pathname : pageOf(form));
}

export async function decline(form: FormData): Promise<void> {
  await declineAsSecondContact(formText(form, "token"));
  redirect(`${pageOf(form)}?done=removed`);
}
