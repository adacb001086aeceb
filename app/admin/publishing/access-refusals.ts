import type { AccessRefusalReason } from "@/lib/auth";

export const accessRefusals: Record<AccessRefusalReason, string> = {
  signedOut:
    "You are signed out, and nothing was saved. Your text is still here: sign in in another tab, then send it again.",
  databaseAway:
    "The database does not answer, and nothing was saved. Your text is still here: send it again in a moment.",
};
