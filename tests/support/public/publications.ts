import { GET as answerFeed } from "@/app/[locale]/feeds/[file]/route";
import { isoDay } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import {
  createPublication,
  publishPublication,
  savePublication,
  withdrawPublication,
} from "@/lib/publications/commands";
import { listNews } from "@/lib/publications/queries";
import type { WrittenText } from "@/lib/publications/schema";
import { findPublication } from "@/lib/publications/staff-queries";
import type { Result } from "@/lib/result";
import type { PublicationKind } from "@/prisma/generated/enums";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";
import { hireReviewer } from "@/tests/support/applications/review";

export const release: WrittenText = {
  locale: defaultLocale,
  title: "A handbook for cities",
  description: "The coalition offers a handbook.",
  body: "It has **five** chapters, one for each [principle](/principles).",
  place: null,
  day: null,
  time: null,
  timeZone: null,
  isConfirmed: false,
  correction: null,
};

export const workshop: WrittenText = {
  ...release,
  title: "Workshop on algorithm registers",
  place: "Amsterdam",
  day: new Date("2027-03-12"),
  time: "14:00",
  timeZone: "Europe/Amsterdam",
  isConfirmed: true,
};

/** Who writes, and who reads it before it is published. */
export const team = { writer: "", colleague: "" };

/** An empty site with these two. */
export async function hireWriters(): Promise<void> {
  await resetDatabase();
  team.writer = await hireReviewer("writer@example.org");
  team.colleague = await hireReviewer("colleague@example.org");
}

export async function write(
  text = release,
  kind: PublicationKind = "press_release",
  slug = "a-handbook",
): Promise<string> {
  return successOf(await createPublication({ kind, slug, text, staffId: team.writer })).id;
}

export const reasonOf = (outcome: Result<string>): string => (outcome.ok ? "done" : outcome.reason);

export const versionOf = async (id: string) => (await findPublication(id))?.version ?? 0;

export const save = async (
  id: string,
  text: WrittenText,
  rest: { staffId?: string; isReviewDemanded?: boolean; now?: Date; seen?: number } = {},
) => savePublication({ id, seen: await versionOf(id), text, staffId: team.writer, ...rest });

export const publish = async (
  id: string,
  rest: { at?: Date; staffId?: string; isReviewDemanded?: boolean; now?: Date } = {},
) => publishPublication({ id, seen: await versionOf(id), at: null, staffId: team.writer, ...rest });

export const withdraw = async (id: string, reason: string | null = "It named a wrong city.") =>
  withdrawPublication({ id, seen: await versionOf(id), reason, staffId: team.writer });

export const today = isoDay(new Date());
export const addressOfRelease = `${today}-a-handbook`;

export const newsSlugs = async () => (await listNews(defaultLocale)).map(({ slug }) => slug);

export const feed = async () => {
  const answer = await answerFeed(new Request("http://localhost"), {
    params: Promise.resolve({ locale: "en", file: "news.atom" }),
  });
  return answer.text();
};
