import { slugCandidates } from "@/lib/cities/slug";
import { isSlugFree } from "@/lib/cities/commands";
import { transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

type Rename = {
  cityId: number;
  name: string;
  /** The name that stood there when the form was opened. */
  seen: string;
  staffId: string;
};

/** `changedMeanwhile`: it has another name by now, or is no member any more. */
type RenameResult = Result<"changedMeanwhile" | "sameName">;

/** A new public name, and with it a new address: the old one leads there for good. */
export async function renameCity({ cityId, name, seen, staffId }: Rename): Promise<RenameResult> {
  const result = await transact(async (tx): Promise<RenameResult> => {
    const city = await lockMember(tx, cityId);
    if (city?.name !== seen) return { ok: false, reason: "changedMeanwhile" };
    if (name === seen) return { ok: false, reason: "sameName" };
    const before = { name: city.name, slug: city.slug };
    const after = { name, slug: await newSlug(tx, cityId, name) };
    await tx.cityRename.create({
      data: {
        cityId,
        ...{ nameBefore: before.name, slugBefore: before.slug },
        ...{ nameAfter: after.name, slugAfter: after.slug },
      },
    });
    await store(tx, { cityId, staffId, before, after });
    return { ok: true };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}

/** The city gets back the name and the address that it had. `changedMeanwhile`: renamed since. */
export async function undoRename(
  renameId: string,
  staffId: string,
): Promise<Result<"changedMeanwhile">> {
  const result = await transact(async (tx): Promise<Result<"changedMeanwhile">> => {
    const rename = await tx.cityRename.findUnique({ where: { id: renameId } });
    const city = rename && (await lockMember(tx, rename.cityId));
    const isLatest = city?.name === rename?.nameAfter && city?.slug === rename?.slugAfter;
    const { count } = await tx.cityRename.updateMany({
      where: { id: renameId, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (!rename || !isLatest || count === 0) return { ok: false, reason: "changedMeanwhile" };
    await store(tx, {
      cityId: rename.cityId,
      staffId,
      before: { name: rename.nameAfter, slug: rename.slugAfter },
      after: { name: rename.nameBefore, slug: rename.slugBefore },
      undoes: renameId,
    });
    return { ok: true };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}

/** Null where it is no member. */
async function lockMember(tx: Transaction, cityId: number) {
  await tx.$queryRaw`SELECT id FROM city WHERE id = ${cityId} FOR UPDATE`;
  return tx.city.findFirst({
    where: { id: cityId, signatory: { isNot: null } },
    select: { name: true, slug: true },
  });
}

async function newSlug(tx: Transaction, cityId: number, name: string): Promise<string> {
  const place = await tx.place.findUniqueOrThrow({
    where: { id: cityId },
    select: { id: true, regionName: true, countryCode: true },
  });
  const countryName = nameOfCountry(defaultLocale, place.countryCode);
  const candidates = [
    ...slugCandidates({ ...place, name, countryName }, false),
    ...slugCandidates({ ...place, name, countryName }, true),
  ];
  for (const slug of candidates) if (await isSlugFree(tx, slug, cityId)) return slug;
  throw new Error(`No slug is left for the city ${cityId}.`);
}

type Named = { name: string; slug: string };
type Stored = { cityId: number; staffId: string; before: Named; after: Named; undoes?: string };

async function store(
  tx: Transaction,
  { cityId, staffId, before, after, undoes }: Stored,
): Promise<void> {
  await tx.city.update({ where: { id: cityId }, data: after });
  await raiseSiteVersion(tx);
  await recordEvent(tx, {
    kind: "member_renamed",
    actor: "staff",
    ...{ staffId, cityId },
    detail: { before, after, ...(undoes && { undoes }) },
  });
}
