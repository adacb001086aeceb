import { prisma } from "@/lib/db";
import { isoDay, minuteMs } from "@/lib/durations";
import { judge } from "@/lib/operations/judge";
import { readinessOf } from "@/lib/operations/readiness";
import { readNow } from "@/lib/operations/readings";

/** Counts this minute if the site would answer now at /readyz that it is ready. */
export async function countMinuteIfReady(now: Date): Promise<void> {
  const { httpStatus } = readinessOf(judge(await readNow(now)));
  if (httpStatus === 200) await countReadyMinute(now);
}

/** Once, however many processes call it in that minute. */
export async function countReadyMinute(now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / minuteMs) * minuteMs);
  await prisma.$executeRaw`
    INSERT INTO ready_day AS counted (day, minutes, last_minute)
    VALUES (${isoDay(minute)}::date, 1, ${minute})
    ON CONFLICT (day) DO UPDATE
      SET minutes = counted.minutes + 1, last_minute = excluded.last_minute
      WHERE counted.last_minute < excluded.last_minute`;
}

/** Days are midnight UTC. `since` and `before` as in `since <= day < before`. */
export const listReadyDays = (since: Date, before: Date) =>
  prisma.readyDay.findMany({
    where: { day: { gte: since, lt: before } },
    select: { day: true, minutes: true },
  });

/** On which counting began, in the middle of the day. Null: not yet. */
export async function findFirstReadyDay(): Promise<Date | null> {
  const first = await prisma.readyDay.findFirst({
    select: { day: true },
    orderBy: { day: "asc" },
  });
  return first?.day ?? null;
}
