import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { readSettings } from "@/lib/settings/queries";

// Who has opened a contact's data. For administrators: /admin/log/openings.

/**
 * To be called by whatever shows staff the data of a contact, each time.
 * @param id of the application, or of the city
 */
export async function recordOpening(
  staffId: string,
  ...[thing, id]:
    [thing: "application" | "mandate_file", id: string] | [thing: "member", id: number]
): Promise<void> {
  const opened = thing === "member" ? { cityId: id } : await findApplication(id);
  await prisma.opening.create({ data: { staffId, thing, ...opened } });
}

async function findApplication(id: string) {
  const { cityId } = await prisma.application.findUniqueOrThrow({
    where: { id },
    select: { cityId: true },
  });
  return { applicationId: id, cityId };
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
