"use server";

import { redirect } from "next/navigation";
import { endorsementHref } from "@/app/[locale]/endorsements/[token]/endorsement";
import { formText } from "@/lib/forms";
import { choices, endings } from "@/lib/endorsements/choices";
import { confirmByLink } from "@/lib/endorsements/commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

const pageOf = (form: FormData) =>
  endorsementHref(toLocale(formText(form, "locale")), formText(form, "token"));

export async function confirm(form: FormData): Promise<void> {
  const result = await confirmByLink(formText(form, "token"));
  if (!result.ok) redirect(pageOf(form));
  const done = result.confirmation === "alreadyCounts" ? "alreadyCounted" : "confirmed";
  redirect(`${pageOf(form)}?done=${done}`);
}

export async function change(form: FormData): Promise<void> {
  const choice = choices.find((name) => name === formText(form, "choice"));
  if (choice) await choose(formText(form, "token"), choice);
  redirect(choice ? `${pageOf(form)}?done=${choice}` : pageOf(form));
}

export async function end(form: FormData): Promise<void> {
  const ending = endings.find((name) => name === formText(form, "ending"));
  if (!ending) redirect(pageOf(form));
  await endEndorsement(formText(form, "token"), ending);
  redirect(`${href(toLocale(formText(form, "locale")), "/endorsements/ended")}?ending=${ending}`);
}
