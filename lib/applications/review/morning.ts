import { hourMs, isoDay, startOfDay } from "@/lib/durations";
import type { Settings } from "@/lib/settings/schema";

type MorningSettings = Pick<Settings, "morningMailHour" | "morningMailTimeZone" | "holidays">;

/** Whoever comes to the staff later in the day has the next morning's as the first. */
const morningLastsHours = 4;

/** The day on the clocks of the staff, midnight UTC, while it is the morning of a working day. */
export function morningOf(now: Date, settings: MorningSettings): Date | null {
  const { morningMailHour, morningMailTimeZone, holidays } = settings;
  const local = localTime(now, morningMailTimeZone);
  const day = startOfDay(local);
  const isWorkday = day.getUTCDay() % 6 !== 0 && !holidays.includes(isoDay(day));
  const hoursSince = (local.getTime() - day.getTime()) / hourMs - morningMailHour;
  return isWorkday && hoursSince >= 0 && hoursSince < morningLastsHours ? day : null;
}

/** What the clocks of a zone show, as if it were UTC. */
function localTime(now: Date, timeZone: string): Date {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(now);
  return new Date(`${shown.replace(" ", "T")}Z`);
}
