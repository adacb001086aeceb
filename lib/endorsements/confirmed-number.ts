import { z } from "zod";

export const confirmedSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();

/** Thrown in a transaction to roll it back: `count` must be confirmed first. */
export class NotConfirmed extends Error {
  constructor(readonly count: number) {
    super(`Nothing was done: ${count} must be confirmed first.`);
  }
}

/**
 * @param confirmed the number that was shown and accepted; undefined before asking
 * @throws NotConfirmed if it is undefined, or `count` has changed a lot since
 */
export function requireConfirmation(count: number, confirmed: number | undefined): void {
  if (confirmed === undefined || hasChangedALot(confirmed, count)) throw new NotConfirmed(count);
}

const hasChangedALot = (confirmed: number, count: number): boolean =>
  Math.abs(count - confirmed) > Math.max(5, confirmed / 10);
