/** Within so many hours all of a bulk review can be undone. */
export const undoHours = 24;

const hourInMs = 3_600_000;

/** What was decided later can be undone still. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - undoHours * hourInMs);

/**
 * Clocks of several processes differ a little: what was decided by then can surely be undone no
 * more.
 */
export const settledSince = (now: Date): Date =>
  new Date(undoableSince(now).getTime() - hourInMs / 12);
