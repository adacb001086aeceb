"use server";

import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { clientNetwork } from "@/app/[locale]/client-network";
import { submitApplication } from "@/lib/applications/submit-commands";
import { parsePostedForm, takeStep, type PostedForm } from "@/lib/applications/join-form";
import { saveForm } from "@/lib/applications/saved-forms/commands";
import { formText } from "@/lib/forms";
import type { JoinState } from "@/lib/applications/join-stages";
import { refuse, showFound, showLater, showStage } from "@/lib/applications/join-state";
import { getDeclaration } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";

/**
 * Answers one post of the join form: with the form at its next step, or, submitted, with the page
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

  if (step.kind === "later") return showLater(locale, posted, step.errors);
  if (step.kind === "save") return save(previous, form, posted, step.email);

  const { version: declarationVersion } = await getDeclaration(locale);
  const result = await submitApplication(
    { ...step.application, submissionKey: posted.submissionKey, locale, declarationVersion },
    await clientNetwork(),
  );
  if (!result.ok) return refuse(locale, posted, result.reason);
  return leave(previous, form, `${href(locale, "/join/submitted")}?reference=${result.reference}`);
}

async function save(
  previous: JoinState,
  form: FormData,
  posted: PostedForm,
  email: string,
): Promise<JoinState> {
  const locale = toLocale(formText(form, "locale"));
  const { stage, answers } = posted;
  const submissionKey = posted.submissionKey || randomUUID();
  const saved = await saveForm(
    { stage, answers, submissionKey, email, locale },
    await clientNetwork(),
  );
  if (saved.ok) return leave(previous, form, href(locale, "/join/saved"));
  return { ...(await refuse(locale, posted, saved.reason)), later: { email } };
}

/** The form's script goes there by itself, once it has forgotten the answers. */
function leave(previous: JoinState, form: FormData, submittedHref: string): JoinState {
  if (form.has("hasScripts")) return { ...previous, submittedHref };
  redirect(submittedHref);
}
