"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { toConfirm } from "@/app/admin/confirmed";
import { formTexts } from "@/lib/forms";
import type { StepFormState } from "@/components/staff-endorsements/step-form";
import { requirePermission } from "@/lib/auth";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { stepSchema } from "@/lib/endorsements/city-progress/step-schema";
import { startSpotCheck } from "@/lib/endorsements/spot-check/commands";

const cityIdIn = z.object({ cityId: z.coerce.number().int().positive() });
const takenBackSchema = z.object({ cityId: z.coerce.number().int().positive(), stepId: z.uuid() });

export async function record(_: StepFormState, form: FormData): Promise<StepFormState> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const step = stepSchema.parse(formTexts(form));
  // Only a suspension has a reason for everybody.
  const publicReason = step.kind === "suspended" ? step.publicReason : null;
  const result = await recordStep({ ...step, publicReason, staffId });
  if (!result.ok && result.reason === "notConfirmed") return { toConfirm: toConfirm(form, result) };
  const done = result.ok ? "recorded" : result.reason === "reasonMissing" ? "no_reason" : "changed";
  redirect(`/admin/endorsements/cities/${step.cityId}?done=${done}`);
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
