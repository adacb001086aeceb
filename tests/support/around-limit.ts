import { vi } from "vitest";
import { after } from "@/lib/durations";

/** When what a limit is measured from happened. */
export const now = new Date("2026-11-23T09:00:00Z");

/** What the site takes for the time, until `vi.useRealTimers()`. */
export const setTime = (time: Date): void => void vi.useFakeTimers({ toFake: ["Date"], now: time });

/** Whether something is so shortly before this time has passed, and shortly after. */
export async function around(
  ms: number,
  isSo: (then: Date) => Promise<boolean>,
  shortlyAfter = 1_000,
): Promise<[before: boolean, after: boolean]> {
  const at = async (then: Date) => {
    setTime(then);
    return isSo(then);
  };
  return [await at(after(now, ms - 1_000)), await at(after(now, ms + shortlyAfter))];
}
