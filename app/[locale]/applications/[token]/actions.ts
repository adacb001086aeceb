"use server";

import { redirect } from "next/navigation";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import {
  confirmApplication,
  correctApplication,
  withdrawApplication,
} from "@/lib/applications/commands";
import type { CorrectionState } from "@/lib/applications/correction-state";
import { chooseDecisionPublic } from "@/lib/applications/decision-consent";
import { parseAnswers } from "@/lib/applications/join-form";
import { removeSecondContact } from "@/lib/applications/second-contact/commands";
import { formText, formTexts } from "@/lib/forms";
import { findApplicationByToken } from "@/lib/applications/queries";
import { appealDecline } from "@/lib/applications/second-look/appeal-commands";
import {
  appealTextSchema,
  type AppealErrorKey,
} from "@/lib/applications/second-look/appeal-schema";
import type { AppealState } from "@/lib/applications/second-look/appeal-state";
import { correctionSchema, errorsOf, nest } from "@/lib/applications/schema";
import { toLocale } from "@/lib/i18n/locales";

const statusPageOf = (form: FormData) =>
  statusHref(toLocale(formText(form, "locale")), formText(form, "token"));

export async function confirm(form: FormData): Promise<void> {
  const result = await confirmApplication(formText(form, "token"));
  redirect(result.ok ? `${statusPageOf(form)}?done=confirmed` : statusPageOf(form));
}

export async function withdraw(form: FormData): Promise<void> {
  await withdrawApplication(formText(form, "token"));
  redirect(statusPageOf(form));
}

export async function removeColleague(form: FormData): Promise<void> {
  await removeSecondContact(formText(form, "token"));
  redirect(statusPageOf(form));
}

export async function chooseDecision(form: FormData): Promise<void> {
  await chooseDecisionPublic(formText(form, "token"), formText(form, "isDecisionPublic") === "yes");
  redirect(`${statusPageOf(form)}#decision`);
}

export async function appeal(before: AppealState, form: FormData): Promise<AppealState> {
  const typed = formTexts(form).text ?? "";
  const text = appealTextSchema.safeParse(typed);
  if (!text.success)
    return {
      attempt: before.attempt + 1,
      text: typed,
      error: text.error.issues[0]?.message as AppealErrorKey,
    };
  const result = await appealDecline(formText(form, "token"), text.data);
  redirect(result.ok ? `${statusPageOf(form)}?done=appealed` : statusPageOf(form));
}

export async function correct(previous: CorrectionState, form: FormData): Promise<CorrectionState> {
  const token = formText(form, "token");
  const version = Number(formText(form, "version"));
  const answers = parseAnswers(form);
  const answered = {
    answers,
    version,
    errors: {},
    isOutdated: false,
    attempt: Number(previous.attempt) + 1,
  };
  const correction = correctionSchema.safeParse(nest(answers));
  if (!correction.success) return { ...answered, errors: errorsOf(correction.error) };

  const result = await correctApplication(token, version, correction.data);
  const isOutdated = !result.ok && result.reason === "changedMeanwhile";
  const current = isOutdated ? await findApplicationByToken(token) : null;
  if (current) return { ...answered, version: current.version, isOutdated };
  redirect(result.ok ? `${statusPageOf(form)}?done=corrected` : statusPageOf(form));
}
