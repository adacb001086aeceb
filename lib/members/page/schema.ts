import { z } from "zod";
import { parseWebAddress } from "@/lib/applications/field-checks";
import { checkText, tidy } from "@/lib/forms";
import { locales } from "@/lib/i18n/locales";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

const maxPageLength = { website: 300, summary: 1_500, title: 120, text: 800, url: 300 };

/** Keys of messages. */
export type PageErrorKey =
  | "addressInvalid"
  | "textMissing"
  | "tooLong"
  | "unreadable"
  | "choiceMissing"
  | "dateInvalid"
  | "dateInFuture";

const says = (error: PageErrorKey) => ({ error });

const lines = (max: number, missing?: PageErrorKey) =>
  z.string().transform((typed, context) => {
    const value = typed
      .replace(/\r\n?/g, "\n")
      .split("\n")
      .map(tidy)
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
    const wrong = value ? checkText(value.replaceAll("\n", " "), max) : missing;
    if (wrong)
      context.addIssue({
        code: "custom",
        message: wrong === "piledUpMarks" ? "unreadable" : wrong,
      });
    return value;
  });

const optionalLine = (max: number) =>
  z
    .string()
    .transform(tidy)
    .pipe(lines(max))
    .transform((text) => text || null);

/** Null where it is empty. */
const webAddress = (max: number) =>
  optionalLine(max).transform((typed, context) => {
    const address = typed && parseWebAddress(typed);
    if (typed && !address) context.addIssue({ code: "custom", message: "addressInvalid" });
    return address;
  });

export const websiteSchema = z
  .object({ website: webAddress(maxPageLength.website) })
  .transform(({ website }) => ({ kind: "website" as const, website }));

export const summarySchema = z
  .object({ summary: lines(maxPageLength.summary) })
  .transform(({ summary }) => ({ kind: "summary" as const, text: summary || null }));

export const actionFieldsSchema = z.object({
  title: optionalLine(maxPageLength.title),
  text: lines(maxPageLength.text, "textMissing"),
  area: z.enum(ChecklistArea, says("choiceMissing")),
  status: z.enum(ActionStatus, says("choiceMissing")),
  url: webAddress(maxPageLength.url),
  locale: z.enum(locales, says("choiceMissing")),
});

/** A year, or a day, that is not in the future. */
export const reportedDateSchema = (today: string) =>
  z
    .string()
    .trim()
    .refine((date) => isDate(date), says("dateInvalid"))
    .refine((date) => !isDate(date) || date <= today.slice(0, date.length), says("dateInFuture"));

const isDate = (date: string): boolean =>
  /^(19|20)\d\d$/.test(date) || z.iso.date().safeParse(date).success;
