"use server";

import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/[locale]/client-network";
import { formText } from "@/lib/forms";
import { sentHref } from "@/app/[locale]/endorsements/sent/[statusKey]/address";
import { getDeclaration } from "@/lib/content/queries";
import {
  maxLength,
  trapField,
  type EndorsementFormState,
} from "@/lib/endorsements/endorsement-form";
import { submitEndorsement } from "@/lib/endorsements/commands";
import { verifySeal } from "@/lib/endorsements/abuse/form-seal";
import { isSolved, openForm } from "@/lib/endorsements/abuse/proof-of-work";
import { endorsementSchema, cityIdSchema, errorsOf, suspicionsOf } from "@/lib/endorsements/schema";
import { sealAddress } from "@/lib/endorsements/sealed-address";
import { readEnv } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/**
 * Answers a post of the form: with the form and what is wrong in it, or with the page that takes
 * the code.
 */
export async function send(
  _previous: EndorsementFormState,
  form: FormData,
): Promise<EndorsementFormState> {
  const locale = toLocale(formText(form, "locale"));
  const t = translator(locale, "endorseAsk.errors");
  const values = {
    email: formText(form, "email"),
    name: formText(form, "name"),
    isNamePublic: form.has("isNamePublic"),
    wantsNews: form.has("wantsNews"),
  };
  const seal = formText(form, "seal");
  const { UNDER_ATTACK: underAttack } = readEnv();
  const challenge = underAttack === "proof" ? formText(form, "challenge") : "";
  const answered = { values, seal, challenge, fieldErrors: {} };

  const ask = endorsementSchema.safeParse(values);
  if (!ask.success)
    return {
      ...answered,
      fieldErrors: Object.fromEntries(
        errorsOf(ask.error).map(([field, key]) => [field, t(key, { max: maxLength[field] })]),
      ),
    };
  const opened = verifySeal(seal);
  if (!opened) return { ...answered, ...(await openForm()), formError: t("formTooOld") };

  const cityId = cityIdSchema.safeParse(formText(form, "cityId")).data ?? 0;
  const { version: declarationVersion } = await getDeclaration(locale);
  const isProven =
    challenge !== "" && (await isSolved(seal, { challenge, solution: formText(form, "solution") }));
  const suspicions = suspicionsOf({
    honeypot: formText(form, trapField) !== "",
    too_fast: opened.isTooFast,
    under_attack: underAttack === "hold",
    no_proof: underAttack === "proof" && !isProven,
  });
  const sending = {
    formKey: opened.key,
    network: await clientNetwork(),
    suspicions,
    provenUntil: isProven ? opened.expiresAt : undefined,
  };
  const result = await submitEndorsement(
    { ...ask.data, cityId, locale, declarationVersion },
    sending,
  );
  if (result.ok) {
    const { statusKey } = result;
    redirect(sentHref(locale, statusKey, { to: sealAddress(ask.data.email, statusKey) }));
  }
  if (result.reason === "unknownCity") redirect(href(locale, "/endorse/ask?city=0"));
  return { ...answered, formError: t(result.reason) };
}
