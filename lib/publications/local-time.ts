import { minuteMs } from "@/lib/durations";

/**
 * A day and a time on the clocks of a place, with the offset of that moment:
 * `2026-12-10T14:00+01:00`. Null where clocks are put forward over it.
 */
export function withOffset(day: string, time: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${day}T${time}Z`);
  for (const guess of [asUtc, asUtc - offsetMs(asUtc, timeZone)]) {
    const offset = offsetMs(guess, timeZone);
    if (asUtc - offset + offsetMs(asUtc - offset, timeZone) === asUtc)
      return `${day}T${time}${formatOffset(offset)}`;
  }
  return null;
}

function offsetMs(at: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const name = clock.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs;
}

function formatOffset(ms: number): string {
  if (ms === 0) return "Z";
  const minutes = Math.abs(ms) / minuteMs;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${ms < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
