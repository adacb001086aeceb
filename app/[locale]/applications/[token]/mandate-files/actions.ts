"use server";

import { redirect } from "next/navigation";
import { statusHref } from "@/app/[locale]/applications/[token]/status-href";
import { addMandateFile, removeMandateFile } from "@/lib/applications/files/commands";
import { formText } from "@/lib/forms";
import { toLocale } from "@/lib/i18n/locales";

const documentPageOf = (form: FormData) =>
  statusHref(toLocale(formText(form, "locale")), formText(form, "token"), "/mandate-files");

export async function addFile(form: FormData): Promise<void> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    redirect(`${documentPageOf(form)}?problem=missing`);
  const bytes = Buffer.from(await file.arrayBuffer());
  const added = await addMandateFile(formText(form, "token"), { name: file.name, bytes });
  redirect(`${documentPageOf(form)}?${added.ok ? "done=added" : `problem=${added.reason}`}`);
}

export async function removeFile(form: FormData): Promise<void> {
  const removed = await removeMandateFile(formText(form, "token"), formText(form, "fileId"));
  redirect(`${documentPageOf(form)}${removed.ok ? "?done=removed" : ""}`);
}
