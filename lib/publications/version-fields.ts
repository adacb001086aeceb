import type { Prisma } from "@/prisma/generated/client";

/** What somebody wrote in a version, whatever is read beside it. */
export const versionFields = {
  title: true,
  description: true,
  body: true,
  place: true,
  day: true,
  time: true,
  timeZone: true,
  isConfirmed: true,
} satisfies Prisma.PublicationVersionSelect;
