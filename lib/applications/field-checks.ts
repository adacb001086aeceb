import { maxOf, type ErrorKey, type FieldName } from "@/lib/applications/fields";
import { checkText, isMailAddress } from "@/lib/forms";
import { hourMs } from "@/lib/durations";

// The rules of single answers, without a library: the schemas are made of them, and the form runs
// them while people type.

/**
 * What is wrong with an answer in itself. Whether it must be there at all is asked when the step is
 * left, not while it is filled in.
 * @param value tidied
 */
export function checkAnswer(field: FieldName, value: string): ErrorKey | undefined {
  const wrong = checkText(value, maxOf(field));
  if (wrong) return wrong;
  if (value === "") return undefined;
  if (field === "contactEmail" && !isMailAddress(value)) return "contactEmailInvalid";
  const isAddress = field.endsWith("-url") || field === "mandateUrl-address";
  return isAddress && !readWebAddress(value) ? "addressInvalid" : undefined;
}

/** A public address of the web, or null. `www.ghent.be/resolution` is taken as people mean it. */
export function readWebAddress(value: string): string | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(value);
  const typed = hasScheme ? value : `https://${value}`;
  if (!URL.canParse(typed)) return null;
  const address = new URL(typed);
  const isPublic =
    /^https?:$/.test(address.protocol) &&
    address.hostname.includes(".") &&
    !address.username &&
    !address.password;
  return isPublic ? address.href : null;
}

export type DateParts = { day: string; month: string; year: string };

/** Today is judged by the place on earth where it is latest. */
const latestNow = () => Date.now() + 14 * hourMs;

/** A day that is today or past, at midnight UTC, or the first part that is wrong. */
export function readPastDate(typed: DateParts): Date | { part: keyof DateParts; error: ErrorKey } {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()];
  if (!day && !month && !year) return { part: "day", error: "mandateDateMissing" };
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31)
    return { part: "day", error: "mandateDayInvalid" };
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12)
    return { part: "month", error: "mandateMonthInvalid" };
  if (!/^(19|20)\d\d$/.test(year)) return { part: "year", error: "mandateYearInvalid" };
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day)) return { part: "day", error: "mandateDateUnreal" };
  return date.getTime() <= latestNow() ? date : { part: "day", error: "mandateDateFuture" };
}
