import { z } from "zod";
import { isLocale } from "@/lib/i18n/locales";
import { line, momentSchema } from "@/lib/publications/fields";
import { foreignAddressOf, ownPathOf } from "@/lib/publications/links";

const maxTextLength = 140;

const link = z
  .string()
  .trim()
  .transform((address, context) => {
    if (!address) return null;
    const found = ownPathOf(address) ?? foreignAddressOf(address);
    if (found) return found;
    context.addIssue("Give a page of this site, such as /events, or an address with https://.");
    return z.NEVER;
  });

export const announcementSchema = z
  .object({
    locale: z.string().refine(isLocale, "Choose a language of the site."),
    text: line("Write what every page says.", maxTextLength),
    link,
    from: momentSchema,
    until: momentSchema.refine((until) => until !== null, "Say until when it is shown."),
  })
  .transform(({ from, until, locale, ...rest }, context) => {
    const begins = from ?? new Date();
    if (until > begins) return { ...rest, locale, from: begins, until };
    context.addIssue({ code: "custom", path: ["until"], message: "It must end after it begins." });
    return z.NEVER;
  });

export type WrittenAnnouncement = z.infer<typeof announcementSchema>;
