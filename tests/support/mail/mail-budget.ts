import { randomUUID } from "node:crypto";
import { submitApplication } from "@/lib/applications/submit-commands";
import { applicationSchema, nest } from "@/lib/applications/schema";
import { submitEndorsement } from "@/lib/endorsements/commands";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { residentOfGhent } from "@/tests/support/endorse";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { placeIds } from "@/tests/support/database/places";

// What strangers send to make the site write to somebody: applications and endorsements, with any
// address.

export const now = new Date("2026-11-23T09:00:00Z");
export const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
export const tomorrow = new Date("2026-11-24T00:00:00Z");
const answers = applicationSchema.parse(nest(answersOfGhent));
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
export const cities = [
  placeIds.ghent,
  placeIds.antwerp,
  placeIds.eindhoven,
  placeIds.tokyo,
  placeIds.cairo,
  placeIds.beirut,
  placeIds.kyiv,
  placeIds.zurich,
];
export const cityOf = (number: number) => cities[number % cities.length] as number;

type Join = { email: string; cityId?: number; network?: string | null; submissionKey?: string };

/** What an application leads to: "taken", or why it is not. */
export async function join(
  { email, cityId = placeIds.ghent, network = null, submissionKey = randomUUID() }: Join,
  at = now,
): Promise<string> {
  const outcome = await submitApplication(
    {
      ...answers,
      cityId,
      contactEmail: email,
      submissionKey,
      locale: defaultLocale,
      declarationVersion: "2018",
    },
    network,
    at,
  );
  return outcome.ok ? "taken" : outcome.reason;
}

/** What an endorsement leads to: "taken", or why it is not. Each comes from another network. */
export async function endorseFrom(
  email: string,
  number: number,
  { cityId = placeIds.ghent, at = now }: { cityId?: number; at?: Date } = {},
): Promise<string> {
  const outcome = await submitEndorsement(
    { ...residentOfGhent, cityId, email },
    { formKey: randomUUID(), network: `10.1.${number}.0/24`, suspicions: [] },
    at,
  );
  return outcome.ok ? "taken" : outcome.reason;
}

export const mails = () => prisma.mail.count();
export const countOf = (outcomes: string[], wanted: string) =>
  outcomes.filter((outcome) => outcome === wanted).length;

export async function inTurn(
  count: number,
  work: (number: number) => Promise<string>,
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const number of numbers(count)) outcomes.push(await work(number));
  return outcomes;
}
