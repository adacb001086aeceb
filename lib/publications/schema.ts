import { z } from "zod";
import { calendarEventSchema } from "@/lib/calendar/schema";
import { newsSchema } from "@/lib/content/schema";
import { isoDay } from "@/lib/durations";
import { isReadable } from "@/lib/forms";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { line, optionalLine, unreadable } from "@/lib/publications/fields";
import { withOffset } from "@/lib/publications/local-time";
import {
  maxMarkdownLength,
  parseMarkdown,
  type MarkdownProblem,
} from "@/lib/publications/markdown";
import type { KnownPictures } from "@/lib/publications/markdown-tree";
import { PublicationKind } from "@/prisma/generated/enums";

const maxTitleLength = 120;
const maxDescriptionLength = 300;
const maxPlaceLength = 100;
const maxSentenceLength = 300;
const maxSlugLength = 80;

const lineBreaksAndTabs = /[\n\t]/g;

const body = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "Write the text.")
      .max(
        maxMarkdownLength,
        `The text is too long. It may have ${maxMarkdownLength.toLocaleString("en")} characters.`,
      )
      .refine((text) => isReadable(text.replace(lineBreaksAndTabs, " ")), unreadable),
  );

const fields = z.object({
  kind: z.enum(PublicationKind),
  locale: z.string().refine(isLocale, "Choose a language of the site."),
  title: line("Write a title.", maxTitleLength),
  description: optionalLine(maxDescriptionLength).transform((text) => text ?? ""),
  body,
  place: optionalLine(maxPlaceLength),
  day: z.union([z.iso.date(), z.literal("")], "Give a day."),
  time: z.union([z.literal(""), z.iso.time({ precision: -1 })], "Give a time, such as 14:00."),
  timeZone: z.string().trim(),
  isConfirmed: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
  correction: optionalLine(maxSentenceLength),
});

type Fields = z.infer<typeof fields>;

/** What one language of a publication says. */
export type WrittenText = {
  locale: Locale;
  title: string;
  description: string;
  body: string;
  place: string | null;
  day: Date | null;
  time: string | null;
  timeZone: string | null;
  isConfirmed: boolean;
  correction: string | null;
};

/** One schema for the form's two ways: what is saved fits what the files of `content/` must be. */
export const writtenTextSchema = (pictures: KnownPictures) =>
  fields
    .superRefine((text, context) => {
      const report = (path: keyof Fields, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      const { problems } = parseMarkdown(text.body, { firstHeading: 2, pictures });
      for (const problem of problems) report("body", sentenceFor(problem));
      if (text.kind === "event") checkEvent(text, report);
      else if (!text.description)
        report("description", "Say in one or two sentences what it is about.");
    })
    .transform(toWrittenText);

function checkEvent(
  { day, time, timeZone }: Fields,
  report: (path: "day" | "time" | "timeZone", message: string) => void,
): void {
  if (!day) return report("day", "Give the day of the event.");
  if (!time) return;
  if (!isTimeZone(timeZone))
    return report("timeZone", "Choose the time zone of the place, such as Europe/Amsterdam.");
  if (!withOffset(day, time, timeZone))
    report("time", "There is no such time on that day: clocks are put forward over it.");
}

const isTimeZone = (name: string): boolean =>
  Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC";

const toWrittenText = ({ kind, locale, ...text }: Fields): WrittenText => ({
  locale,
  title: text.title,
  description: text.description,
  body: text.body,
  place: text.place,
  correction: text.correction,
  ...(kind === "event"
    ? {
        day: new Date(text.day),
        time: text.time || null,
        timeZone: text.time ? text.timeZone : null,
        isConfirmed: text.isConfirmed,
      }
    : { day: null, time: null, timeZone: null, isConfirmed: false }),
});

export function sentenceFor(problem: MarkdownProblem): string {
  switch (problem.reason) {
    case "tooLong":
      return "The text is too long.";
    case "tooDeep":
      return "Lists and quotations are nested too deeply.";
    case "link":
      return `A link leads to “${problem.what}”. Links may lead to https://, http://, mailto: or a page of this site, such as /cities.`;
    case "unknownPicture":
      return `There is no picture “${problem.what}”. Only pictures that were added here can be shown.`;
    case "pictureWithoutAlt":
      return `Say what ${problem.what} shows, between the brackets: ![A square at night](${problem.what}). People who cannot see it read that.`;
  }
}

export const slugSchema = z
  .string()
  .trim()
  .max(maxSlugLength, `The address is too long. It may have ${maxSlugLength} characters.`)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "Write the address in small letters, digits and hyphens, such as new-members.",
  );

export const withdrawalSchema = z.object({ reason: optionalLine(maxSentenceLength) });

/** @throws when what is stored does not fit what a file of `content/` must be */
export const newsFrontMatter = (
  text: Pick<WrittenText, "title" | "description" | "place">,
  rest: { date: string; isPressRelease: boolean; corrections: { date: string; text: string }[] },
) => newsSchema.parse({ ...frontMatterOf(text), description: text.description, ...rest });

export function eventFrontMatter(
  text: Omit<WrittenText, "locale" | "correction">,
  rest: { lastChanged: string; corrections: { date: string; text: string }[] },
) {
  const { day, time, timeZone, isConfirmed } = text;
  const when = day && isoDay(day);
  const at = when && time && timeZone && withOffset(when, time, timeZone);
  return calendarEventSchema.parse({
    ...frontMatterOf(text),
    when,
    isConfirmed,
    ...(at && { start: { at, timeZone } }),
    ...rest,
  });
}

const frontMatterOf = ({ title, place }: Pick<WrittenText, "title" | "place">) => ({
  title,
  ...(place && { place }),
});
