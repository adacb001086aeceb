import type { AppealErrorKey } from "@/lib/applications/second-look/appeal-schema";

/** What the form shows after it was sent. */
export type AppealState = { attempt: number; text: string; error: AppealErrorKey | null };
