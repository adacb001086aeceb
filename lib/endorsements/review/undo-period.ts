import { before, hourMs, minuteMs } from "@/lib/durations";

/** Within so many hours all of a bulk review can be undone. */
export const undoHours = 24;

/** What was decided later can be undone still. */
export const undoableSince = (now: Date): Date => before(now, undoHours * hourMs);

/**
 * Clocks of several processes differ a little: what was decided by then can surely be undone no
 * more.
 */
export const settledSince = (now: Date): Date => before(undoableSince(now), 5 * minuteMs);
