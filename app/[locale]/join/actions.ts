"use server";

import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/[locale]/client-network";
import { submitApplication } from "@/lib/applications/commands";
import { parsePostedForm, takeStep } from "@/lib/applications/join-form";
import { formText } from "@/lib/forms";
import type { JoinState } from "@/lib/applications/join-stages";
import { refuse, showFound, showStage } from "@/lib/applications/join-state";
import { getDeclaration } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

/**
 * Answers one post of the join form: with the form at its next step, or, handed in, with the page
 * that says what now.
 */
export async function takeJoinStep(previous: JoinState, form: FormData): Promise<JoinState> {
  const state = await answerPost(previous, form);
  return { ...state, attempt: Number(previous.attempt) + 1 };
}

async function answerPost(previous: JoinState, form: FormData): Promise<JoinState> {
  // Actions cannot ask for the language of the page: it travels in the form.
  const locale = toLocale(formText(form, "locale"));
  const posted = parsePostedForm(form);
  const step = takeStep(posted);
  if (step.kind === "search") return showFound(locale, posted, step.query, step.mustChoose);
  if (step.kind === "show") return showStage(locale, posted, step.stage, step.errors);

  const { version: declarationVersion } = await getDeclaration(locale);
  const result = await submitApplication(
    { ...step.application, submissionKey: posted.submissionKey, locale, declarationVersion },
    await clientNetwork(),
  );
  if (!result.ok) return refuse(locale, posted, result.reason);
  const handedInHref = `${href(locale, "/join/handed-in")}?reference=${result.reference}`;
  // The form's script goes there by itself, once it has forgotten the answers.
  if (form.has("hasScripts")) return { ...previous, handedInHref };
  redirect(handedInHref);
}
