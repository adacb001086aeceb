"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldErrorsOf, withFieldErrors } from "@/app/admin/form-answers";
import type { FormState } from "@/components/staff-ui/form-state";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";
import { sendToCorrectedAddress } from "@/lib/applications/contact-commands";
import { claimNext } from "@/lib/applications/claims/claim-commands";
import { applicationAddress, parseQueueParams } from "@/lib/applications/review/queue-filter";
import { correctedAddressSchema } from "@/lib/applications/review/review-schema";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import { requireReviewer } from "@/lib/auth";
import { dismissMail, retryMail } from "@/lib/mail/commands";
import type { Result } from "@/lib/result";
import { getReviewChoices } from "@/lib/staff/queries";

const mailSchema = z.object({ mail: hiddenId });

export async function sendAgain(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { mail } = mailSchema.parse(formTexts(form));
  redirectWithResult(await retryMail(mail, staffId), "mail_sent_again");
}

export async function dismiss(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { mail } = mailSchema.parse(formTexts(form));
  redirectWithResult(await dismissMail(mail, staffId), "mail_dismissed");
}

export async function correctAddress(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requireReviewer();
  const values = formTexts(form);
  const { mail } = mailSchema.parse(values);
  const name = `address-${mail}`;
  const { data: address, error } = correctedAddressSchema.safeParse(values[name] ?? "");
  if (error) return withFieldErrors(before, form, fieldErrorsOf(error, name));
  redirectWithResult(
    await sendToCorrectedAddress({ mailId: mail, address, staffId }),
    "mail_readdressed",
  );
}

export async function takeNext(): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { languages } = await getReviewChoices(staffId);
  const settings = await readReviewSettings();
  const taken = await claimNext({ staffId, languages }, { now: new Date(), settings });
  redirect(
    taken.ok
      ? applicationAddress(taken.applicationId, parseQueueParams({ view: "mine" }))
      : "/admin?problem=nothing_waits",
  );
}

function redirectWithResult({ ok }: Result<string>, done: string): never {
  redirect(ok ? `/admin?done=${done}` : "/admin?problem=mail_gone");
}
