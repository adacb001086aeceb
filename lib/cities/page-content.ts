import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

/** Who reported it: a city in its application, a city later, the coalition, or as a file says. */
const reporters = ["application", "city", "coalition", "named"] as const;

const report = z.object({
  status: z.enum(ActionStatus),
  /** ISO: the day, or the year where no more is known. */
  date: z.string(),
  by: z.enum(reporters),
  /** Where it is `named`. */
  name: z.string().nullable(),
});

export type ActionReport = z.infer<typeof report>;

const storedAction = z.object({
  id: z.string(),
  isTakenOut: z.boolean(),
  area: z.enum(ChecklistArea),
  title: z.string().nullable(),
  text: z.string(),
  locale: z.enum(locales),
  url: z.string().nullable(),
  /** What was said of its state, the latest last. */
  reports: z.array(report).min(1),
});

export type StoredAction = z.infer<typeof storedAction>;

export const pageContentSchema = z.object({
  website: z.string().nullable(),
  summary: z
    .object({
      /** Plain text, which may have several lines. */
      text: z.string(),
      by: z.enum(["city", "coalition"]),
      date: z.iso.date(),
    })
    .nullable(),
  /** Those that were edited. Each stands in for the action of its id, or is a further one. */
  actions: z.array(storedAction),
});

export type PageContent = z.infer<typeof pageContentSchema>;

export const unedited: PageContent = { website: null, summary: null, actions: [] };

/** Of what the database holds, or null where no page was edited. */
export const contentOf = (page: { content: unknown } | null): PageContent =>
  page ? pageContentSchema.parse(page.content) : unedited;
