"use server";

import { redirect } from "next/navigation";
import { endorsementHref } from "@/app/[locale]/endorsements/[token]/endorsement";
import { readText } from "@/lib/applications/join-form";
import { choices, endings } from "@/lib/endorsements/choices";
import { confirmByLink } from "@/lib/endorsements/commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

const pageOf = (form: FormData) =>
  endorsementHref(toLocale(readText(form, "locale")), readText(form, "token"));

export async function confirm(form: FormData): Promise<void> {
  const outcome = await confirmByLink(readText(form, "token"));
  redirect(
    outcome === "unknown"
      ? pageOf(form)
      : `${pageOf(form)}?done=${outcome === "alreadyCounts" ? "alreadyCounted" : "confirmed"}`,
  );
}

export async function change(form: FormData): Promise<void> {
  const choice = choices.find((name) => name === readText(form, "choice"));
  if (choice) await choose(readText(form, "token"), choice);
  redirect(choice ? `${pageOf(form)}?done=${choice}` : pageOf(form));
}

export async function end(form: FormData): Promise<void> {
  const ending = endings.find((name) => name === readText(form, "ending"));
  if (!ending) redirect(pageOf(form));
  await endEndorsement(readText(form, "token"), ending);
  redirect(`${href(toLocale(readText(form, "locale")), "/endorsements/ended")}?ending=${ending}`);
}
