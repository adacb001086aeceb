import { z } from "zod";
import { eventKindsOf } from "@/lib/events";
import { Actor, EventKind } from "@/prisma/generated/enums";

const text = z.string().trim().max(200).catch("");
const day = z.iso.date().or(z.literal("")).catch("");

const logFilterSchema = z.object({
  /** A member of staff, or a kind of actor. */
  who: z.uuid().or(z.enum(Actor)).or(z.literal("")).catch(""),
  /** A kind of event, or the subject that kinds begin with. */
  what: z
    .string()
    .regex(/^[a-z_]*$/)
    .catch(""),
  /** The name or the slug of a city. */
  city: text,
  /** Its reference. */
  application: text,
  from: day,
  /** The last day, itself included. */
  until: day,
});

export type LogFilter = z.infer<typeof logFilterSchema>;

const empty: LogFilter = { who: "", what: "", city: "", application: "", from: "", until: "" };

const keySchema = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .nullable()
  .catch(null);

type Query = Readonly<Record<string, string | string[] | undefined>>;

export const parseLogFilter = (query: Query): LogFilter =>
  logFilterSchema.parse({ ...empty, ...query });

/** Of the last entry of the page before. */
export const parseLogKey = (query: Query): bigint | null => keySchema.parse(query.before ?? null);

export function logAddress(path: string, filter: LogFilter, before?: bigint): string {
  const kept = Object.entries(filter).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept);
  if (before !== undefined) query.set("before", String(before));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The kinds of events by what they are about. */
export const eventSubjects: readonly string[] = [
  ...new Set(Object.values(EventKind).map((kind) => kind.split("_")[0] ?? kind)),
];

/** None for words that are neither a kind nor a subject. */
export function kindsOf(what: string): EventKind[] {
  const kind = Object.values(EventKind).find((each) => each === what);
  return kind ? [kind] : eventKindsOf(what);
}

/** E.g. "Application changes requested". */
export function labelOf(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
