import { z } from "zod";
import type { SignatoryDates } from "@/lib/cities/signatory-date";
import { holdsAddress } from "@/lib/names";
import { hasPiledUpMarks, isReadable, tidy } from "@/lib/forms";
import { after, hourMs, isoDay } from "@/lib/durations";

/** What the list of the panel shows. */
export const memberViews = ["all", "no_contact", "asked", "paused", "merged"] as const;

export type MemberView = (typeof memberViews)[number];

const maxNameLength = 120;
const firstDay = "2018-11-14";

/** The earliest time zone is UTC+14. */
const latestToday = () => isoDay(after(new Date(), 14 * hourMs));

export const publicNameSchema = z
  .string()
  .transform(tidy)
  .refine((typed) => typed !== "", "Give the name under which the city stands on the public list.")
  .refine(
    (typed) => [...typed].length <= maxNameLength,
    `The name can have at most ${maxNameLength} characters.`,
  )
  .refine(
    (typed) => isReadable(typed) && !hasPiledUpMarks(typed),
    "The name has characters that cannot be read. Type it again.",
  )
  .refine((typed) => !holdsAddress(typed), "The name of a city has no web or email address in it.");

/** Gives midnight UTC. */
export const membershipDaySchema = (missing: string) =>
  z.iso
    .date(missing)
    .refine((day) => day >= firstDay, "The coalition began on 14 November 2018.")
    .refine((day) => day <= latestToday(), "This day is in the future.")
    .transform((day) => new Date(day));

const optionalDay = z.union(
  [z.literal("").transform(() => null), membershipDaySchema("Give a day, or leave it empty.")],
  "Give a day, or leave it empty.",
);

export const memberCorrectionSchema = z
  .object({
    name: publicNameSchema,
    signedOn: optionalDay,
    announcedOn: optionalDay,
    isFounder: z.literal("yes").optional().transform(Boolean),
    seen: z.string().catch(""),
  })
  .refine(({ signedOn, announcedOn }) => signedOn ?? announcedOn, {
    path: ["signedOn"],
    message: "Give the day it signed, or the day it was announced.",
  });

export type MemberFacts = SignatoryDates & { name: string; isFounder: boolean };

/** As stored in events: days as 2018-11-14. */
export type WrittenFacts = {
  name: string;
  signedOn: string | null;
  announcedOn: string | null;
  isFounder: boolean;
};

const dayOf = (date: Date | null): string | null => date && isoDay(date);

export const formatFacts = ({
  name,
  signedOn,
  announcedOn,
  isFounder,
}: MemberFacts): WrittenFacts => ({
  name,
  signedOn: dayOf(signedOn),
  announcedOn: dayOf(announcedOn),
  isFounder,
});

/** Detects changes made between opening a form and sending it. */
export const fingerprintOf = (facts: MemberFacts): string =>
  JSON.stringify(Object.values(formatFacts(facts)));
