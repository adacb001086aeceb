import { z } from "zod";

/** A number that somebody was shown and said yes to; none where nobody has asked them yet. */
export const confirmedSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();

/**
 * Thrown inside a transaction, so that nothing of it stays: first somebody must confirm `count`.
 */
export class NotConfirmed extends Error {
  constructor(readonly count: number) {
    super(`Nothing was done: ${count} must be confirmed first.`);
  }
}

/**
 * For what is hard to undo: how many it is about must have been shown to its author, who said yes.
 * @param confirmed the number that they said yes to; undefined where nobody has asked them yet
 * @throws NotConfirmed where nobody said yes, or it is quite another number by now
 */
export function requireConfirmation(count: number, confirmed: number | undefined): void {
  if (confirmed === undefined || hasChangedALot(confirmed, count)) throw new NotConfirmed(count);
}

/** By more than a tenth, and by more than a few. */
const hasChangedALot = (confirmed: number, count: number): boolean =>
  Math.abs(count - confirmed) > Math.max(5, confirmed / 10);
