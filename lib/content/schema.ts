import { z } from "zod";
import { ActionStatus, ChecklistArea } from "@/prisma/generated/enums";

const date = z.iso.date();

/** `content/<locale>/pages/<slug>.mdx` */
export const pageSchema = z.object({ title: z.string(), description: z.string() });

/** `content/<locale>/principles/<1-5>-<slug>.mdx` */
export const principleSchema = z.object({
  number: z.literal([1, 2, 3, 4, 5]),
  /** Exactly as the coalition words it. */
  title: z.string(),
  shortTitle: z.string(),
  description: z.string(),
});

/** `content/<locale>/news/<date>-<slug>.mdx` */
export const newsSchema = z
  .object({
    title: z.string(),
    date,
    place: z.string().optional(),
    description: z.string(),
    /** The day on which this site wrote the text; absent for a text of its time. */
    summaryWritten: date.optional(),
    /** The coalition's own words of that day, also listed on the press page. */
    isPressRelease: z.boolean().default(false),
  })
  .refine(
    ({ summaryWritten, isPressRelease }) => !(summaryWritten && isPressRelease),
    "a summary is no press release",
  );

/** `content/<locale>/cities/<slug>.mdx`, with the city's slug */
export const cityStorySchema = z.object({
  title: z.string(),
  description: z.string(),
  toldIn: z.string().regex(/^\d{4}$/),
  summaryWritten: date,
});

/** `content/<locale>/actions/<city's slug>-<words>.mdx`; the file's name is the action's id for good. */
export const reportedActionSchema = z.object({
  /** The city's slug. */
  city: z.string(),
  area: z.enum(ChecklistArea),
  /** As it was reported, not as it is today. */
  status: z.enum(ActionStatus),
  title: z.string(),
  description: z.string(),
  /** The year, or the day where it is known. */
  reported: z.union([z.string().regex(/^\d{4}$/), date]),
  /** Who reported it. */
  source: z.string(),
  sourceUrl: z.url({ protocol: /^https$/ }).optional(),
});

/** `content/<locale>/declaration.mdx`: cities sign the five titles alone. */
export const declarationSchema = z.object({
  title: z.string(),
  description: z.string(),
  /** Stored with signatories, applications and endorsements. */
  version: z.string(),
  date,
  principles: z.array(z.string()).length(5),
});

/** `content/<locale>/commentary.mdx`: this site's own text, which cities do not sign. */
export const commentarySchema = z.object({ title: z.string(), version: z.string(), date });

export type Page = z.infer<typeof pageSchema>;
export type Principle = z.infer<typeof principleSchema>;
export type NewsItem = z.infer<typeof newsSchema>;
export type CityStory = z.infer<typeof cityStorySchema>;
export type ReportedAction = z.infer<typeof reportedActionSchema>;
export type Declaration = z.infer<typeof declarationSchema>;
export type Commentary = z.infer<typeof commentarySchema>;
