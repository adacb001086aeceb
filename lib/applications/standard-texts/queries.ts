import { z } from "zod";
import { maxStandardTexts } from "@/lib/applications/standard-texts/commands";
import { fillIn } from "@/lib/applications/standard-texts/placeholders";
import { prisma } from "@/lib/db";

const described = {
  id: true,
  kind: true,
  reason: true,
  locale: true,
  version: true,
  retiredAt: true,
} as const;

/** Those in use first, each with its latest title. */
export async function listStandardTexts() {
  const texts = await prisma.standardText.findMany({
    select: {
      ...described,
      versions: {
        select: { title: true, writtenAt: true },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
    take: maxStandardTexts,
  });
  return texts
    .map(({ versions: [latest], ...text }) => ({ ...text, title: latest?.title ?? "" }))
    .sort(
      (one, other) =>
        Number(one.retiredAt !== null) - Number(other.retiredAt !== null) ||
        one.title.localeCompare(other.title),
    );
}

export type ListedStandardText = Awaited<ReturnType<typeof listStandardTexts>>[number];

const shownVersions = 30;

/** With its versions, newest first. Null where there is none of this id. */
export async function findStandardText(id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const text = await prisma.standardText.findUnique({
    where: { id },
    select: {
      ...described,
      versions: {
        select: {
          number: true,
          title: true,
          body: true,
          writtenAt: true,
          staff: { select: { name: true, email: true } },
        },
        orderBy: { number: "desc" },
        take: shownVersions,
      },
    },
  });
  return (
    text && {
      ...text,
      versions: text.versions.map(({ staff, ...version }) => ({
        ...version,
        writtenBy: staff.name ?? staff.email,
      })),
    }
  );
}

export type FoundStandardText = NonNullable<Awaited<ReturnType<typeof findStandardText>>>;

/** As it reads to the applicant. Null where either is there no more. */
export async function fillInStandardText(textId: string, applicationId: string) {
  if (!z.uuid().safeParse(textId).success) return null;
  const [text, application] = await Promise.all([
    prisma.standardText.findUnique({
      where: { id: textId, retiredAt: null },
      select: {
        reason: true,
        versions: { select: { body: true }, orderBy: { number: "desc" }, take: 1 },
      },
    }),
    prisma.application.findUnique({
      where: { id: applicationId },
      select: { reference: true, contactName: true, city: { select: { name: true } } },
    }),
  ]);
  const [latest] = text?.versions ?? [];
  if (!text || !latest || !application) return null;
  const { reference, contactName, city } = application;
  return {
    reason: text.reason,
    words: fillIn(latest.body, { reference, city: city.name, applicant: contactName ?? "" }),
  };
}
