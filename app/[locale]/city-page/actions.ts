"use server";

import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/[locale]/client-network";
import { maxContactLength } from "@/lib/cities/contacts/schema";
import { formText, isMailAddress, tidy } from "@/lib/forms";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { requestPageLink } from "@/lib/members/page/proposal-commands";

/** The answer is the same for every address. */
export async function requestLink(form: FormData): Promise<void> {
  const email = tidy(formText(form, "email"));
  const isRight = email.length <= maxContactLength.email && isMailAddress(email);
  const sent = isRight && (await requestPageLink(email, await clientNetwork()));
  const page = href(toLocale(formText(form, "locale")), "/city-page");
  const done = !sent ? "invalid" : sent.ok ? "sent" : "tooMany";
  redirect(`${page}?done=${done}`);
}
