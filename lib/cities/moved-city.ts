import { prisma } from "@/lib/db";

/** Longer chains of cities that became part of another are not followed. */
const maxSteps = 5;

/**
 * Where the page at this address has gone, because its city was renamed or leads to another one.
 * Null for an address that is right, or that never was one.
 */
export async function findMovedSlug(slug: string): Promise<string | null> {
  let current = await slugToday(slug);
  for (let step = 0; current && step < maxSteps; step++) {
    const link = await prisma.cityLink.findFirst({
      where: { undoneAt: null, city: { slug: current } },
      select: { into: { select: { slug: true } } },
    });
    if (!link) break;
    current = link.into.slug;
  }
  return current === slug ? null : current;
}

async function slugToday(slug: string): Promise<string | null> {
  if ((await prisma.city.count({ where: { slug } })) > 0) return slug;
  const rename = await prisma.cityRename.findFirst({
    where: { OR: [{ slugBefore: slug }, { slugAfter: slug }] },
    orderBy: { renamedAt: "desc" },
    select: { city: { select: { slug: true } } },
  });
  return rename?.city.slug ?? null;
}
