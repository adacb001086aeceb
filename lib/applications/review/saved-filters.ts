import { formatQueueFilter, parseQueueFilter } from "@/lib/applications/review/queue-filter";
import { parseReference } from "@/lib/applications/reference";
import { isUniqueViolation, prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";
import type { Result } from "@/lib/result";

export const maxSavedFilters = 20;
const maxFilterNameLength = 60;

export type SavedFilter = { id: string; name: string; filter: string };

type QueueChoices = { languages: string[]; savedFilters: SavedFilter[] };

/** What a reviewer has chosen for the queue: the languages to take from, and the saved views. */
export async function getQueueChoices(staffId: string): Promise<QueueChoices> {
  const [choices] = await prisma.$queryRaw<QueueChoices[]>`
    SELECT languages,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'filter', filter)
        ORDER BY name), '[]')
        FROM saved_filter WHERE staff_id = staff.id) AS "savedFilters"
    FROM staff WHERE id = ${staffId}::uuid`;
  return choices ?? { languages: [], savedFilters: [] };
}

type Refused = "nameMissing" | "nameTaken" | "tooMany" | "findsPerson";

/**
 * Of a search, what names a city or a reference: applicants' names are deleted in time, and what
 * was saved would keep them.
 */
export async function saveFilter(
  staffId: string,
  given: { name: string; filter: string },
): Promise<Result<Refused>> {
  const name = given.name.trim().replace(/\s+/g, " ").slice(0, maxFilterNameLength);
  if (!name) return { ok: false, reason: "nameMissing" };
  const filter = parseQueueFilter(given.filter);
  if (filter.query && !(await namesCity(filter.query))) return { ok: false, reason: "findsPerson" };
  if ((await prisma.savedFilter.count({ where: { staffId } })) >= maxSavedFilters)
    return { ok: false, reason: "tooMany" };
  try {
    const written = formatQueueFilter({ ...filter, page: 1 });
    await prisma.savedFilter.create({ data: { staffId, name, filter: written } });
    return { ok: true };
  } catch (error) {
    if (isUniqueViolation(error, "saved_filter_staff_id_name_key"))
      return { ok: false, reason: "nameTaken" };
    throw error;
  }
}

/** Idempotent; nobody removes what a colleague has saved. */
export async function removeFilter(id: string, staffId: string): Promise<void> {
  await prisma.savedFilter.deleteMany({ where: { id, staffId } });
}

async function namesCity(query: string): Promise<boolean> {
  if (parseReference(query)) return true;
  const folded = foldName(query);
  if (!folded) return false;
  const found = await prisma.placeName.findFirst({
    where: { folded: { startsWith: folded } },
    select: { placeId: true },
  });
  return found !== null;
}
