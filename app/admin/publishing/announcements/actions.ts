"use server";

import { redirect } from "next/navigation";
import { fieldErrorsOf, withFieldErrors } from "@/app/admin/form-answers";
import { requirePermission } from "@/lib/auth";
import type { FormState } from "@/components/staff-ui/form-state";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";
import { endAnnouncement, publishAnnouncement } from "@/lib/publications/announcement-commands";
import { announcementSchema } from "@/lib/publications/announcement-schema";

export async function announce(before: FormState, form: FormData): Promise<FormState> {
  const { id: staffId } = await requirePermission("publish");
  const written = announcementSchema.safeParse(formTexts(form));
  if (!written.success) return withFieldErrors(before, form, fieldErrorsOf(written.error));
  await publishAnnouncement(written.data, staffId);
  redirect(`/admin/publishing/announcements?done=announced&at=${Date.now()}`);
}

export async function end(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("publish");
  await endAnnouncement(hiddenId.parse(formTexts(form).id), staffId);
  redirect(`/admin/publishing/announcements?done=ended&at=${Date.now()}`);
}
