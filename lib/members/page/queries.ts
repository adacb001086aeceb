import { findPageActions } from "@/lib/actions/queries";
import { contentOf } from "@/lib/cities/page-content";
import { prisma } from "@/lib/db";

/** What staff edit. Null where the city is no member. */
export async function findEditedPage(cityId: number) {
  const page = await findPageActions(cityId);
  if (!page) return null;
  const edited = await prisma.cityPage.findUnique({
    where: { cityId },
    select: { number: true, content: true },
  });
  return { ...page, number: edited?.number ?? 0, content: contentOf(edited) };
}

export type EditedPage = NonNullable<Awaited<ReturnType<typeof findEditedPage>>>;

/** The latest first, at most 50. */
export async function listPageVersions(cityId: number) {
  const versions = await prisma.cityPageVersion.findMany({
    where: { cityId },
    select: { number: true, restores: true, isProposed: true, staffId: true, createdAt: true },
    orderBy: { number: "desc" },
    take: 50,
  });
  const staff = await prisma.user.findMany({
    where: { id: { in: [...new Set(versions.map(({ staffId }) => staffId))] } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(staff.map(({ id, name, email }) => [id, name ?? email]));
  return versions.map(({ staffId, ...version }) => ({
    ...version,
    by: names.get(staffId) ?? "a former colleague",
  }));
}

export type PageVersion = Awaited<ReturnType<typeof listPageVersions>>[number];
