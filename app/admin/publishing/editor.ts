import { redirect } from "next/navigation";
import {
  requireReviewer,
  requireReviewerOnPage,
  type AccessRefusalReason,
  type Staff,
} from "@/lib/auth";
import type { Result } from "@/lib/result";

// Who may publish: the one place that says it.

export const mayPublish = ({ role }: Staff): boolean => role === "administrator";

/** Every page and action of publishing begins with this or with requireEditorOnPage(). */
export async function requireEditor(): Promise<Staff> {
  const staff = await requireReviewer();
  return mayPublish(staff) ? staff : redirect("/admin?problem=administrators_only");
}

/** For texts that must not be lost: the page's script gets the reason instead of a redirect. */
export async function requireEditorOnPage(): Promise<
  Result<AccessRefusalReason | "notAnEditor", { staff: Staff }>
> {
  const access = await requireReviewerOnPage();
  if (!access.ok || mayPublish(access.staff)) return access;
  return { ok: false, reason: "notAnEditor" };
}

export const accessRefusals: Record<AccessRefusalReason | "notAnEditor", string> = {
  signedOut:
    "You are signed out, and nothing was saved. Your text is still here: sign in in another tab, then send it again.",
  databaseAway:
    "The database does not answer, and nothing was saved. Your text is still here: send it again in a moment.",
  notAnEditor: "You may not publish, and nothing was saved.",
};
