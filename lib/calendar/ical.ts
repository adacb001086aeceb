import {
  ICalCalendar,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from "ical-generator";
import { lastDayOf, nextDate, previousDate } from "@/lib/calendar/dates";
import type { CalendarEvent } from "@/lib/calendar/schema";
import { entryAsText } from "@/lib/content/entry-text";
import type { Entry } from "@/lib/content/mdx";
import { after, dayMs, isoDay } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { permanentDomain } from "@/lib/permanent-domain";

type Event = Entry<CalendarEvent>;

const aDaySeconds = dayMs / 1_000;

/** As iCalendar (RFC 5545). `path` is its own address, `today` as 2026-11-23. */
export async function formatCalendar(
  locale: Locale,
  path: `/${string}`,
  events: readonly Event[],
  today: string,
): Promise<string> {
  const name = translator(locale, "eventCalendar")("title");
  const calendar = new ICalCalendar({
    prodId: { company: permanentDomain, product: "events", language: locale },
    name,
    source: siteUrl() + href(locale, path),
    url: siteUrl() + href(locale, "/events"),
    ttl: aDaySeconds,
  });
  for (const event of events) calendar.createEvent(await dataOf(locale, event, today));
  return `${calendar.toString()}\r\n`;
}

async function dataOf(locale: Locale, event: Event, today: string): Promise<ICalEventData> {
  const t = translator(locale, "eventCalendar");
  const { slug, title, place, when, isConfirmed, start } = event;
  const text = await entryAsText(locale, "/events", event);
  const isMonth = typeof when === "string" && when.length === "2020-03".length;
  const changed = new Date(changedOn(event, today));
  return {
    id: `${slug}@${permanentDomain}`,
    // Of an event without a known end, iCalendar says only when it starts.
    ...(start ? { start: new Date(start.at) } : { ...daysOf(when, today), allDay: true }),
    // Not every calendar program shows the status.
    summary: isConfirmed ? title : t("notConfirmed", { event: title }),
    description: isMonth ? `${t("onlyMonth")}\n${text}` : text,
    location: place ?? null,
    status: isConfirmed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    transparency: ICalEventTransparency.TRANSPARENT,
    url: `${siteUrl()}${href(locale, "/events")}#${slug}`,
    stamp: changed,
    lastModified: changed,
    // Only has to grow with each change.
    sequence: changed.getTime() / dayMs,
  };
}

function daysOf(
  when: CalendarEvent["when"],
  today: string,
): Pick<ICalEventData, "start" | "end" | "repeating"> {
  if (typeof when === "string")
    return { start: new Date(when), end: after(new Date(lastDayOf(when)), dayMs) };
  const weekday = when.lastOfEveryMonth;
  const abbreviation = weekday.slice(0, 2).toUpperCase();
  return {
    // Not from the first date: no source confirms those that have passed.
    start: new Date(nextDate(weekday, today)),
    repeating: `FREQ=MONTHLY;BYDAY=-1${abbreviation}`,
  };
}

/** A series changes too when one of its dates has passed: it starts later then. */
function changedOn({ when, lastChanged }: CalendarEvent, today: string): string {
  if (typeof when === "string") return lastChanged;
  const passed = new Date(previousDate(when.lastOfEveryMonth, today));
  const moved = isoDay(after(passed, dayMs));
  return moved > lastChanged ? moved : lastChanged;
}
