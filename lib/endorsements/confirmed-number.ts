import { z } from "zod";
import type { Refusal } from "@/lib/result";

/** Who confirms what is no number is asked again. */
export const confirmedSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** `count` must be confirmed first. */
export type NotConfirmed = Refusal<"notConfirmed", { count: number }>;

/**
 * Refuses if `count` has changed a lot since.
 * @param confirmed the number that was shown and accepted; undefined before asking
 */
export const checkConfirmed = (
  count: number,
  confirmed: number | undefined,
): { ok: true } | NotConfirmed =>
  confirmed === undefined || hasChangedALot(confirmed, count)
    ? { ok: false, reason: "notConfirmed", count }
    : { ok: true };

const hasChangedALot = (confirmed: number, count: number): boolean =>
  Math.abs(count - confirmed) > Math.max(5, confirmed / 10);
