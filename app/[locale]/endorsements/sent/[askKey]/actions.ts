"use server";

import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/[locale]/client-network";
import { formText } from "@/lib/forms";
import { confirmByCode } from "@/lib/endorsements/commands";
import { parseCode } from "@/lib/endorsements/abuse/confirmation-code";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

export async function confirmWithCode(form: FormData): Promise<void> {
  const locale = toLocale(formText(form, "locale"));
  const askKey = formText(form, "askKey");
  const code = parseCode(formText(form, "code"));
  const outcome = code ? await confirmByCode(askKey, code, await clientNetwork()) : "malformed";
  if (typeof outcome === "object")
    redirect(`${href(locale, `/endorsements/${outcome.token}`)}?done=confirmed`);
  redirect(
    `${href(locale, `/endorsements/sent/${encodeURIComponent(askKey)}`)}?problem=${outcome}`,
  );
}
