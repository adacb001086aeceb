import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { formatCalendar } from "@/lib/calendar/ical";
import { listEventFiles } from "@/lib/calendar/queries";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";

// Read by a parser of other people.

const today = "2026-11-28";
const events = await listEventFiles(defaultLocale);
type Event = (typeof events)[number];

const eventOf = (slug: string): Event => {
  const event = events.find((each) => each.slug === slug);
  if (!event) throw new Error(`content/en/events/${slug}.mdx is missing.`);
  return event;
};

const write = (some: Event[], day = today) =>
  formatCalendar(defaultLocale, "/calendar.ics", some, day);

const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);

async function readEvent(event: Event, day = today) {
  const component = read(await write([event], day)).getFirstSubcomponent("vevent");
  if (!component) throw new Error("The calendar has no event.");
  const said = (name: string) => String(component.getFirstPropertyValue(name));
  return {
    event: new ICAL.Event(component),
    said,
    has: (name: string) => component.hasProperty(name),
  };
}

/** The days of a series from its beginning on. */
async function daysOf(event: Event, day: string, number: number): Promise<string[]> {
  const dates = (await readEvent(event, day)).event.iterator();
  return Array.from({ length: number }, () => dates.next().toString());
}

test("the calendar holds every event once, and says what it is called and where it is renewed", async () => {
  const calendar = read(await write(events));
  const said = (name: string) => calendar.getFirstPropertyValue(name);
  expect(calendar.getAllSubcomponents("vevent")).toHaveLength(events.length);
  expect(said("name")).toBe("Cities Coalition for Digital Rights: events");
  expect(said("source")).toBe(`${siteUrl()}/en/calendar.ics`);
  expect(String(said("refresh-interval"))).toBe("P1D");
});

test("what a source confirms stands on its day, whole, and is confirmed", async () => {
  const { event, said } = await readEvent(eventOf("launch"));
  expect(event.summary).toBe("Launch of the coalition");
  expect(event.location).toBe("New York");
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
    "2018-11-14",
    "2018-11-15",
  ]);
  expect(event.startDate.isDate).toBe(true);
  expect(said("status")).toBe("CONFIRMED");
  expect(said("url")).toBe(`${siteUrl()}/en/events#launch`);
  expect(event.description).toBe(
    "Amsterdam, Barcelona and New York City launched the coalition, with the support of UN-Habitat. " +
      `More about the launch (${siteUrl()}/en/news/2018-11-14-three-cities-launch-the-coalition)`,
  );
});

test("what was announced for a month fills the month, not confirmed, and says that no day is known", async () => {
  const { event, said } = await readEvent(eventOf("milano-digital-week"));
  expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
    "2020-03-01",
    "2020-04-01",
  ]);
  expect(said("status")).toBe("TENTATIVE");
  expect(event.summary).toBe("Milano Digital Week (not confirmed)");
  expect(event.description).toMatch(/^Only the month is known\.\n.*We do not know whether/s);
});

describe("the monthly webinar", () => {
  const webinar = eventOf("webinar");

  test("is one series on the last Thursdays, over two years and both changes of the clocks", async () => {
    expect(await daysOf(webinar, today, 24)).toEqual([
      ...["2026-12-31", "2027-01-28", "2027-02-25", "2027-03-25", "2027-04-29", "2027-05-27"],
      ...["2027-06-24", "2027-07-29", "2027-08-26", "2027-09-30", "2027-10-28", "2027-11-25"],
      ...["2027-12-30", "2028-01-27", "2028-02-24", "2028-03-30", "2028-04-27", "2028-05-25"],
      ...["2028-06-29", "2028-07-27", "2028-08-31", "2028-09-28", "2028-10-26", "2028-11-30"],
    ]);
  });

  test("is a rule with its source, and confirms no date", async () => {
    const { event, said } = await readEvent(webinar);
    expect(said("status")).toBe("TENTATIVE");
    expect(event.summary).toBe("Webinar on digital rights (not confirmed)");
    expect(event.description).toContain("The rule is from January 2020");
    expect(event.description).toContain(
      `(${siteUrl()}/en/news/2020-01-07-un-habitat-looks-back-on-2019)`,
    );
    expect(event.description).toContain("No single date has been confirmed since.");
  });

  test("shows none of the dates that have passed, and is newer whenever one has", async () => {
    const on = await readEvent(webinar, "2027-01-28");
    const after = await readEvent(webinar, "2027-01-29");
    expect(on.event.startDate.toString()).toBe("2027-01-28");
    expect(after.event.startDate.toString()).toBe("2027-02-25");
    expect(after.said("uid")).toBe(on.said("uid"));
    expect(after.event.sequence).toBeGreaterThan(on.event.sequence);
    expect(after.said("last-modified")).toBe("2027-01-29T00:00:00Z");
    expect((await readEvent(webinar, "2027-02-24")).said("last-modified")).toBe(
      "2027-01-29T00:00:00Z",
    );
  });
});

test("an event with a time is at one moment, whatever the clocks of its place say", async () => {
  const summer = { at: "2027-07-01T14:00+02:00", timeZone: "Europe/Amsterdam" };
  const winter = { at: "2027-12-01T14:00+01:00", timeZone: "Europe/Amsterdam" };
  for (const [start, moment] of [
    [summer, "2027-07-01T12:00:00Z"],
    [winter, "2027-12-01T13:00:00Z"],
  ] as const) {
    const { event, has } = await readEvent({
      ...eventOf("launch"),
      when: start.at.slice(0, 10),
      start,
    });
    expect(event.startDate.toString()).toBe(moment);
    expect(event.startDate.zone.tzid).toBe("UTC");
    expect(has("dtend")).toBe(false);
  }
});

test("an event is known by its file, and newer once the file says so", async () => {
  const before = await readEvent(eventOf("launch"));
  const after = await readEvent({ ...eventOf("launch"), lastChanged: "2026-12-02" });
  expect(before.said("uid")).toBe("launch@citiesfordigitalrights.org");
  expect(after.said("uid")).toBe(before.said("uid"));
  expect(after.event.sequence).toBe(before.event.sequence + 7);
  expect(after.said("dtstamp")).toBe("2026-12-02T00:00:00Z");
});

test("no event was changed in the future, and none keeps anybody's time", async () => {
  const now = new Date().toISOString();
  expect(events.filter(({ lastChanged }) => lastChanged > now)).toEqual([]);
  for (const event of events) expect((await readEvent(event)).said("transp")).toBe("TRANSPARENT");
});

test("lines end and fold as calendars want it, also with letters of several bytes", async () => {
  const text = await write([{ ...eventOf("launch"), title: "Ünlü “şehir” — 会議 ".repeat(20) }]);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const longest = Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line)));
  expect(longest).toBeLessThanOrEqual(75);
});
