"use server";

import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/[locale]/client-network";
import { formText } from "@/lib/forms";
import { endorsementHref } from "@/app/[locale]/endorsements/[token]/endorsement";
import { sentHref } from "@/app/[locale]/endorsements/sent/[statusKey]/address";
import { confirmByCode } from "@/lib/endorsements/commands";
import { parseCode } from "@/lib/endorsements/abuse/confirmation-code";
import { toLocale } from "@/lib/i18n/locales";

export async function confirmWithCode(form: FormData): Promise<void> {
  const locale = toLocale(formText(form, "locale"));
  const statusKey = formText(form, "statusKey");
  const code = parseCode(formText(form, "code"));
  const problemHref = (problem: string) =>
    sentHref(locale, statusKey, { to: formText(form, "to"), problem });
  if (!code) redirect(problemHref("malformed"));
  const result = await confirmByCode(statusKey, code, await clientNetwork());
  if (!result.ok) redirect(problemHref(result.reason));
  const done = result.confirmation === "alreadyCounts" ? "alreadyCounted" : "confirmed";
  redirect(`${endorsementHref(locale, result.token)}?done=${done}`);
}
