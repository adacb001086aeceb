import { z } from "zod";

const date = z.iso.date();

/** Front matter of a page, `content/<locale>/pages/<slug>.mdx`. */
export const pageSchema = z.object({ title: z.string(), description: z.string() });

/**
 * Front matter of a principle, `content/<locale>/principles/<1-5>-<slug>.mdx`. The number is no
 * part of its slug.
 */
export const principleSchema = z.object({
  number: z.literal([1, 2, 3, 4, 5]),
  /** Exactly as the coalition words it. */
  title: z.string(),
  /** A few words for where the title is too long. */
  shortTitle: z.string(),
  description: z.string(),
});

/** Front matter of a news item, `content/<locale>/news/<date>-<slug>.mdx`. */
export const newsSchema = z
  .object({
    title: z.string(),
    /** Of what it reports. */
    date,
    place: z.string().optional(),
    description: z.string(),
    /** The day on which this site wrote it, where it is no text of its time. */
    summaryWritten: date.optional(),
    /** The coalition's own words of that day: they stand on the press page too. */
    isPressRelease: z.boolean().default(false),
  })
  .refine(
    ({ summaryWritten, isPressRelease }) => !(summaryWritten && isPressRelease),
    "a summary is no press release",
  );

/** Front matter of a city's story, `content/<locale>/cities/<slug>.mdx`; the slug is the city's. */
export const cityStorySchema = z.object({
  title: z.string(),
  description: z.string(),
  /** The year that it tells of. */
  toldIn: z.string().regex(/^\d{4}$/),
  /** The day on which this site wrote it. */
  summaryWritten: date,
});

/**
 * What cities sign, `content/<locale>/declaration.mdx`: the five titles alone, with the day of
 * their launch.
 */
export const declarationSchema = z.object({
  title: z.string(),
  description: z.string(),
  /** Signatories, applications and endorsements point at it. */
  version: z.string(),
  date,
  principles: z.array(z.string()).length(5),
});

/**
 * Front matter of this site's own commentary on it, `content/<locale>/commentary.mdx`. Nobody signs
 * it.
 */
export const commentarySchema = z.object({ title: z.string(), version: z.string(), date });

export type Page = z.infer<typeof pageSchema>;
export type Principle = z.infer<typeof principleSchema>;
export type NewsItem = z.infer<typeof newsSchema>;
export type CityStory = z.infer<typeof cityStorySchema>;
export type Declaration = z.infer<typeof declarationSchema>;
export type Commentary = z.infer<typeof commentarySchema>;
