import { maxOf, type ErrorKey, type FieldName } from "@/lib/applications/fields";
import { checkText, isMailAddress } from "@/lib/forms";
import { hourMs } from "@/lib/durations";

// Without a library, because the form runs these checks in the browser.

/** `value` comes from tidy(). Empty is no error here: that is checked when the step is left. */
export function checkAnswer(field: FieldName, value: string): ErrorKey | undefined {
  const error = checkText(value, maxOf(field));
  if (error) return error;
  if (value === "") return undefined;
  const isEmail = field === "contactEmail" || field === "second-email";
  if (isEmail && !isMailAddress(value)) return "contactEmailInvalid";
  const isAddress = field.endsWith("-url") || field === "mandateUrl-address";
  return isAddress && !parseWebAddress(value) ? "addressInvalid" : undefined;
}

/** A public http(s) address, or null; `www.ghent.be/resolution` without a scheme is accepted. */
export function parseWebAddress(value: string): string | null {
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

/** The latest time zone on earth (UTC+14) decides what is today. */
const latestNow = () => Date.now() + 14 * hourMs;

/** Midnight UTC of a day that is today or past, or the first part that is wrong. */
export function parsePastDate(typed: DateParts): Date | { part: keyof DateParts; error: ErrorKey } {
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
