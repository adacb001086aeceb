"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requirePermission } from "@/lib/auth";
import { endAlarm } from "@/lib/endorsements/abuse/city-alarm-commands";
import { formTexts } from "@/lib/forms";
import { hiddenId } from "@/lib/hidden-fields";

const alarmSchema = z.object({ alarm: hiddenId });

export async function endCityAlarm(form: FormData): Promise<void> {
  const { id: staffId } = await requirePermission("reviewEndorsements");
  const { alarm } = alarmSchema.parse(formTexts(form));
  const { ok } = await endAlarm(alarm, staffId);
  redirect(`/admin/endorsements?done=${ok ? "alarm_ended" : "changed"}`);
}
