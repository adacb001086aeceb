import {
  clockEventKinds,
  workingDaysWithStaff,
  type ClockEvent,
} from "@/lib/applications/review/review-clock";
import { prisma } from "@/lib/db";

/** Oldest first. */
export async function listClockEvents(
  applicationIds: string[],
): Promise<Map<string, ClockEvent[]>> {
  const events = await prisma.event.findMany({
    where: { applicationId: { in: applicationIds }, kind: { in: [...clockEventKinds] } },
    select: { applicationId: true, kind: true, at: true },
    orderBy: { id: "asc" },
  });
  const byApplication = new Map<string, ClockEvent[]>();
  for (const { applicationId, kind, at } of events) {
    if (!applicationId) continue;
    byApplication.set(applicationId, [...(byApplication.get(applicationId) ?? []), { kind, at }]);
  }
  return byApplication;
}

/** Working days with the staff; null for applications that are not confirmed. */
export async function listWaits<Waiting extends { id: string; confirmedAt: Date | null }>(
  applications: readonly Waiting[],
  now: Date,
  holidays: readonly string[] = [],
): Promise<(Waiting & { waitInWorkingDays: number | null })[]> {
  const events = await listClockEvents(applications.map(({ id }) => id));
  return applications.map((application) => {
    const { id, confirmedAt } = application;
    return {
      ...application,
      waitInWorkingDays:
        confirmedAt && workingDaysWithStaff(confirmedAt, events.get(id) ?? [], now, holidays),
    };
  });
}
