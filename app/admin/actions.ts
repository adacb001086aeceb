"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formTexts } from "@/lib/forms";
import { requireReviewer } from "@/lib/auth";
import { retryMail } from "@/lib/mail/commands";

const mailSchema = z.object({ mail: z.uuid() });

export async function sendMailAgain(form: FormData): Promise<void> {
  const { id: staffId } = await requireReviewer();
  const { mail } = mailSchema.parse(formTexts(form));
  await retryMail(mail, staffId);
  redirect("/admin?done=mail_sent_again");
}
