import { before, hourMs, minuteMs } from "@/lib/durations";

export const undoHours = 24;

/** Later decisions can still be undone. */
export const undoableSince = (now: Date): Date => before(now, undoHours * hourMs);

/** Allows for clock differences: decisions before this surely cannot be undone any more. */
export const settledSince = (now: Date): Date => before(undoableSince(now), 5 * minuteMs);
