import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { readSettings } from "@/lib/settings/queries";

// Who has opened a contact's data. For administrators: /admin/log/openings.

/**
 * To be called by whatever shows staff the data of a contact, each time.
 * @param opened the application, or the number of the city
 */
export async function recordOpening(
  staffId: string,
  ...[thing, opened]:
    | [thing: "application" | "mandate_file", opened: { id: string; cityId: number }]
    | [thing: "member", opened: number]
): Promise<void> {
  const reference =
    thing === "member" ? { cityId: opened } : { applicationId: opened.id, cityId: opened.cityId };
  await prisma.opening.create({ data: { staffId, thing, ...reference } });
}

const daysOfMonth = 31;

/** Returns how many were deleted. */
export async function deleteOldOpenings(now: Date): Promise<number> {
  const { openingsKeptForMonths } = await readSettings();
  const { count } = await prisma.opening.deleteMany({
    where: { at: { lt: before(now, openingsKeptForMonths * daysOfMonth * dayMs) } },
  });
  return count;
}
