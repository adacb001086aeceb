import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { after, dayMs, hourMs } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import {
  endAnnouncement,
  publishAnnouncement,
  showAnnouncementsDue,
} from "@/lib/publications/announcement-commands";
import { findAnnouncement } from "@/lib/publications/announcement-queries";
import { resetDatabase } from "@/tests/support/database/reset";
import { hireReviewer } from "@/tests/support/applications/review";
import { raisedBy } from "@/tests/support/database/site-version";

let writer: string;

beforeEach(async () => {
  await resetDatabase();
  writer = await hireReviewer("writer@example.org");
});

describe("an announcement", () => {
  const inAnHour = () => after(new Date(), hourMs);
  const announce = (text: string, from: Date, until: Date) =>
    publishAnnouncement({ locale: defaultLocale, text, link: "/events", from, until }, writer);

  test("shows from its beginning to its end, and raises the site's version at both", async () => {
    expect(await raisedBy(() => announce("A call for cities", new Date(), inAnHour()))).toBe(1);
    expect(await findAnnouncement(defaultLocale)).toEqual({
      locale: "en",
      text: "A call for cities",
      link: "/events",
    });
    const later = after(new Date(), 2 * hourMs);
    expect(await findAnnouncement(defaultLocale, later)).toBeNull();
    expect(await raisedBy(() => showAnnouncementsDue(new Date()))).toBe(0);
    expect(await raisedBy(() => showAnnouncementsDue(later))).toBe(1);
    expect(await raisedBy(() => showAnnouncementsDue(later))).toBe(0);
  });

  test("that begins later waits, and gives way to none but a later one", async () => {
    await announce("First", new Date(), after(new Date(), dayMs));
    expect(await raisedBy(() => announce("Second", inAnHour(), after(new Date(), dayMs)))).toBe(0);
    expect((await findAnnouncement(defaultLocale))?.text).toBe("First");
    const later = after(new Date(), 2 * hourMs);
    expect((await findAnnouncement(defaultLocale, later))?.text).toBe("Second");
    expect(await raisedBy(() => showAnnouncementsDue(later))).toBe(1);
  });

  test("can be ended, once", async () => {
    await announce("A call for cities", new Date(), inAnHour());
    const { id } = await prisma.announcement.findFirstOrThrow();
    expect(await raisedBy(() => endAnnouncement(id, writer))).toBe(1);
    expect(await findAnnouncement(defaultLocale)).toBeNull();
    expect(await endAnnouncement(id, writer)).toEqual({ ok: false, reason: "overAlready" });
  });
});
