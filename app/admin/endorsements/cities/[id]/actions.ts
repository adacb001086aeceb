"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { toConfirm } from "@/app/admin/confirmed";
import {
  fieldErrorsOf,
  formAgain,
  withFieldErrors,
  withFormError,
  withUnknownChoice,
} from "@/app/admin/form-answers";
import { formTexts } from "@/lib/forms";
import { hiddenCityId, hiddenId } from "@/lib/hidden-fields";
import type { StepFormState } from "@/components/staff-endorsements/step-form";
import { requirePermission } from "@/lib/auth";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { stepSchema, stepTextsSchema } from "@/lib/endorsements/city-progress/step-schema";
import { startSpotCheck } from "@/lib/endorsements/spot-check/commands";

const cityIdIn = z.object({ cityId: hiddenCityId });
const takenBackSchema = z.object({ cityId: hiddenCityId, stepId: hiddenId });

export async function record(before: StepFormState, form: FormData): Promise<StepFormState> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const values = formTexts(form);
  const { data: step } = stepSchema.safeParse(values);
  if (!step) return withUnknownChoice(before, form);
  const texts = stepTextsSchema.safeParse(values);
  if (!texts.success) return withFieldErrors(before, form, fieldErrorsOf(texts.error));
  const { note } = texts.data;
  // Only a suspension has a reason for everybody.
  const publicReason = step.kind === "suspended" ? texts.data.publicReason : null;
  const result = await recordStep({ ...step, note, publicReason, staffId });
  if (result.ok)
    redirect(`/admin/endorsements/cities/${step.cityId}?done=recorded&at=${Date.now()}`);
  if (result.reason === "notConfirmed")
    return { ...formAgain(before, form), toConfirm: toConfirm(form, result) };
  if (result.reason === "reasonMissing")
    return withFieldErrors(before, form, { publicReason: "Write why. The city’s page says it." });
  refresh();
  return withFormError(
    before,
    form,
    "Nothing was recorded: a colleague has recorded a step since you opened it. The list shows which.",
  );
}

export async function takeBack(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const { cityId, stepId } = takenBackSchema.parse(formTexts(form));
  const { ok } = await takeStepBack(stepId, staffId);
  redirect(`/admin/endorsements/cities/${cityId}?done=${ok ? "taken_back" : "changed"}`);
}

export async function askAgain(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const { cityId } = cityIdIn.parse(formTexts(form));
  const { ok } = await startSpotCheck({ cityId, staffId });
  redirect(`/admin/endorsements/cities/${cityId}?done=${ok ? "asked_again" : "changed"}`);
}
