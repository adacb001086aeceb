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

/** What a page said that was wrong, and what it says now. The oldest first. */
export const correctionsSchema = z.array(z.object({ date, text: z.string() })).default([]);

/** `content/<locale>/news/<date>-<slug>.mdx`, and what editors write in the panel */
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
    corrections: correctionsSchema,
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

/**
 * `content/<locale>/statements/<city's slug>.mdx`: what people of a city said, in words of this
 * site. Never a quotation.
 */
export const cityStatementsSchema = z.object({
  statements: z
    .array(
      z.object({
        person: z.string(),
        /** At the time. */
        office: z.string(),
        text: z.string().regex(/^[^“”"«»„]+$/, "is a paraphrase, without quotation marks"),
      }),
    )
    .min(1),
  date,
  /** The news item of the announcement in which they were published. */
  source: z.string(),
  summaryWritten: date,
});

/** `content/<locale>/actions/<city's slug>-<words>.mdx`; that name is the action's id for good. */
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
export type Correction = z.infer<typeof correctionsSchema>[number];
export type NewsItem = z.infer<typeof newsSchema>;
export type CityStory = z.infer<typeof cityStorySchema>;
export type CityStatements = z.infer<typeof cityStatementsSchema>;
export type ReportedAction = z.infer<typeof reportedActionSchema>;
export type Declaration = z.infer<typeof declarationSchema>;
export type Commentary = z.infer<typeof commentarySchema>;
