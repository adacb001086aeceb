import { dayMs, hourMs, minuteMs } from "@/lib/durations";

const units: [ms: number, one: string, many: string][] = [
  [dayMs, "day", "days"],
  [hourMs, "hour", "hours"],
  [minuteMs, "minute", "minutes"],
];

/** E.g. "3 hours", in the largest unit of which there are two or more. */
export function spanOf(ms: number): string {
  const [unitMs, one, many] = units.find(([unit]) => ms >= 2 * unit) ?? [
    minuteMs,
    "minute",
    "minutes",
  ];
  const count = Math.max(1, Math.floor(ms / unitMs));
  return `${count} ${count === 1 ? one : many}`;
}

export const spanSince = (since: Date, now: Date): string =>
  spanOf(now.getTime() - since.getTime());

export const hasPassed = (ms: number, since: Date, now: Date): boolean =>
  now.getTime() - since.getTime() > ms;
