"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { formTexts } from "@/lib/forms";
import type { AddressState } from "@/components/staff-ui/address-form";
import { isSentByScript, readDeviceProof, signIn, signOut } from "@/lib/auth";
import { isDatabaseReachable } from "@/lib/site-version";
import { admitFirstAdministrator } from "@/lib/staff/first-sign-in";
import { homeOf } from "@/lib/staff/permissions";
import { staffEmailSchema } from "@/lib/staff/schema";
import { sendSignInLink } from "@/lib/staff/sign-in";

// These stand before the guard. Next compares Origin and Host of every action.

export async function requestSignInLink(_: AddressState, form: FormData): Promise<AddressState> {
  const email = readEmail(form);
  if (!email.success) return email.state;
  // The same for everybody, on the staff or not.
  if (!(await isDatabaseReachable())) return answerWithoutDatabase(email.data);
  const deviceProof = await readDeviceProof();
  // Looked up once the answer is on its way, so that not even its duration tells who is on the
  // staff.
  after(() => sendSignInLink(email.data, deviceProof));
  redirect("/admin/sign-in?sent=yes");
}

/** @throws where no scripts run: the front door then answers with the page for that */
async function answerWithoutDatabase(email: string): Promise<AddressState> {
  const error = "No link was sent: the database does not answer just now. Try again in a minute.";
  if (await isSentByScript()) return { email, error };
  throw new Error(error);
}

export async function continueSignIn(form: FormData): Promise<void> {
  const role = await signIn(formTexts(form).token ?? "");
  redirect(role ? homeOf(role) : "/admin/sign-in?problem=link");
}

export async function beginAsFirstAdministrator(
  _: AddressState,
  form: FormData,
): Promise<AddressState> {
  const email = readEmail(form);
  if (!email.success) return email.state;
  const admission = await admitFirstAdministrator(formTexts(form).token ?? "", email.data);
  const role = admission.ok ? await signIn(admission.token) : null;
  redirect(role ? homeOf(role) : "/admin/sign-in?problem=link");
}

export async function endSession(): Promise<void> {
  await signOut();
  redirect("/admin/sign-in?signed=out");
}

function readEmail(form: FormData) {
  const typed = formTexts(form).email ?? "";
  const result = staffEmailSchema.safeParse(typed);
  if (result.success) return { success: true as const, data: result.data };
  return {
    success: false as const,
    state: { email: typed, error: result.error.issues[0]?.message },
  };
}
