"use server";

import { redirect } from "next/navigation";
import { endorsementHref } from "@/lib/endorsements/addresses";
import { answerSpotCheck, spotCheckAnswers } from "@/lib/endorsements/spot-check/commands";
import { spotCheckHref } from "@/lib/endorsements/spot-check/spot-check-url";
import { formText } from "@/lib/forms";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

export async function answer(form: FormData): Promise<void> {
  const locale = toLocale(formText(form, "locale"));
  const token = formText(form, "token");
  const chosen = spotCheckAnswers.find((name) => name === formText(form, "answer"));
  const result = chosen && (await answerSpotCheck(token, chosen));
  if (!result?.ok) redirect(spotCheckHref(locale, token));
  if (chosen === "withdraws") redirect(`${href(locale, "/endorsements/ended")}?ending=withdrawn`);
  redirect(`${endorsementHref(locale, result.manageToken)}?done=stillAsks`);
}
