import type { Prisma } from "@/prisma/generated/client";

/** What a city was called, and which cities it speaks for. */
export const former = {
  renames: {
    orderBy: [{ renamedAt: "asc" }, { id: "asc" }],
    select: { nameBefore: true, slugBefore: true, renamedAt: true, undoneAt: true },
  },
  linksHere: {
    where: { undoneAt: null },
    orderBy: [{ linkedAt: "asc" }, { id: "asc" }],
    select: { kind: true, linkedAt: true, city: { select: { id: true, name: true } } },
  },
} satisfies Prisma.CitySelect;

type FormerCity = { slug: string } & Prisma.CityGetPayload<{ select: typeof former }>;

/** The first address of a city: files of `content/` and ids of actions keep it for good. */
export const contentSlugOf = ({ slug, renames }: Pick<FormerCity, "slug" | "renames">): string =>
  renames[0]?.slugBefore ?? slug;

export const formerOf = ({ slug, renames, linksHere }: FormerCity) => ({
  contentSlug: contentSlugOf({ slug, renames }),
  formerNames: renames.flatMap(({ nameBefore, renamedAt, undoneAt }) =>
    undoneAt ? [] : [{ name: nameBefore, until: renamedAt }],
  ),
  /** Cities that have become part of it, without duplicates of itself. */
  merged: linksHere.flatMap(({ kind, linkedAt, city }) =>
    kind === "merged" ? [{ name: city.name, since: linkedAt }] : [],
  ),
});
