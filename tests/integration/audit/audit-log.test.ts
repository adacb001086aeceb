import { beforeEach, describe, expect, test } from "vitest";
import { parseLogFilter } from "@/lib/audit-log/log-filter";
import { entriesPerPage, listLog, listOpenings } from "@/lib/audit-log/queries";
import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { changeSettings } from "@/lib/settings/commands";
import { defaultSettings } from "@/lib/settings/schema";
import { addStaff } from "@/lib/staff/commands";
import { deleteOldOpenings, recordOpening } from "@/lib/staff/openings";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { submitConfirmed } from "@/tests/support/applications/review";

let ada: string;
let grace: string;
let application: { id: string; cityId: number; reference: string };

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addStaff({ email: "ada@example.org", name: "Ada", role: "administrator" }, null);
  ada = (await prisma.user.findFirstOrThrow()).id;
  await addStaff({ email: "grace@example.org", name: "Grace", role: "reviewer" }, ada);
  grace = (await prisma.user.findUniqueOrThrow({ where: { email: "grace@example.org" } })).id;
  const id = await submitConfirmed({ submissionKey: crypto.randomUUID(), cityId: placeIds.ghent });
  application = await prisma.application.findUniqueOrThrow({
    where: { id },
    select: { id: true, cityId: true, reference: true },
  });
});

const logOf = async (query: Record<string, string>) =>
  (await listLog(parseLogFilter(query), null)).entries;
const kindsIn = async (query: Record<string, string>) =>
  (await logOf(query)).map(({ kind }) => kind);

describe("the log", () => {
  test("tells newest first who did what, where, and with what detail", async () => {
    const [latest, , added] = await logOf({});
    expect(latest).toMatchObject({
      kind: "application_confirmed",
      who: "an applicant",
      city: { name: "Ghent" },
      application: application.reference,
    });
    expect(added).toMatchObject({
      kind: "staff_added",
      who: "Ada",
      city: null,
      member: "Grace",
      detail: { role: "reviewer" },
    });
  });

  test("is filtered by who, what, city and application", async () => {
    const ofApplication = ["application_confirmed", "application_submitted"];
    expect(await kindsIn({ who: ada })).toEqual(["staff_added"]);
    expect(await kindsIn({ who: grace })).toEqual([]);
    expect(await kindsIn({ who: "applicant" })).toEqual(ofApplication);
    expect(await kindsIn({ what: "application_confirmed" })).toEqual(["application_confirmed"]);
    expect(await kindsIn({ what: "staff" })).toEqual(["staff_added", "staff_added"]);
    expect(await kindsIn({ what: "weather" })).toEqual([]);
    expect(await kindsIn({ city: "ghent" })).toEqual(ofApplication);
    expect(await kindsIn({ city: "Amsterdam" })).toEqual([]);
    expect(await kindsIn({ application: application.reference.toLowerCase() })).toEqual(
      ofApplication,
    );
    expect(await kindsIn({ city: "Ghent", what: "staff" })).toEqual([]);
  });

  test("is filtered by days, both of them included, however late a row was written", async () => {
    await resetDatabase();
    for (const at of ["2026-11-01T23:59:59Z", "2026-11-02T00:00:00Z", "2026-11-03T23:59:59Z"])
      await prisma.event.create({ data: { at, kind: "staff_added", actor: "system" } });
    // It began before midnight and was written after what began later.
    await prisma.event.create({
      data: { at: "2026-11-03T23:59:50Z", kind: "staff_removed", actor: "system" },
    });
    await prisma.event.create({
      data: { at: "2026-11-04T00:00:00Z", kind: "staff_added", actor: "system" },
    });
    const days = async (query: Record<string, string>) =>
      (await logOf(query)).map(({ at }) => at.toISOString());

    expect(await days({ from: "2026-11-02", until: "2026-11-03" })).toEqual([
      "2026-11-03T23:59:50.000Z",
      "2026-11-03T23:59:59.000Z",
      "2026-11-02T00:00:00.000Z",
    ]);
    expect(await days({ until: "2026-11-01" })).toEqual(["2026-11-01T23:59:59.000Z"]);
    expect(await days({ from: "2026-11-04" })).toEqual(["2026-11-04T00:00:00.000Z"]);
  });

  test("is paged without a gap and without a repetition, while more is written", async () => {
    const write = (count: number) =>
      prisma.event.createMany({
        data: Array.from({ length: count }, () => ({ kind: "block_added", actor: "staff" })),
      });
    await write(entriesPerPage + 1);
    const filter = parseLogFilter({ what: "block_added" });
    const first = await listLog(filter, null);
    await write(3);
    const second = await listLog(filter, first.next);

    expect(first.entries).toHaveLength(entriesPerPage);
    expect(second.entries).toHaveLength(1);
    expect(second.next).toBeNull();
    expect(second.entries[0]!.id).toBe(first.entries.at(-1)!.id - 1n);
  });
});

describe("whoever opens the data of a contact", () => {
  test("is in the log of openings, with what was opened", async () => {
    await recordOpening(grace, "application", application);
    await recordOpening(ada, "member", placeIds.ghent);
    const openings = async (query: Record<string, string>) =>
      (await listOpenings(parseLogFilter(query), null)).entries.map(
        ({ who, thing, city, application: reference }) =>
          [who, thing, city?.name, reference] as const,
      );

    const byGrace = ["Grace", "application", "Ghent", application.reference];
    const byAda = ["Ada", "member", "Ghent", null];
    expect(await openings({})).toEqual([byAda, byGrace]);
    expect(await openings({ who: grace })).toEqual([byGrace]);
    expect(await openings({ city: "Ghent" })).toEqual([byAda, byGrace]);
    expect(await openings({ application: application.reference })).toEqual([byGrace]);
    expect(await openings({ until: "2026-01-01" })).toEqual([]);
  });

  test("cannot take that back", async () => {
    await recordOpening(grace, "member", placeIds.ghent);
    await expect(prisma.opening.updateMany({ data: { staffId: ada } })).rejects.toThrow(
      "append-only",
    );
    await expect(prisma.opening.deleteMany()).rejects.toThrow("append-only");
    expect(await prisma.opening.count()).toBe(1);
  });

  test("is forgotten after the months of the settings", async () => {
    const now = new Date();
    for (const days of [0, 40, 370, 380])
      await prisma.opening.create({
        data: { staffId: grace, thing: "member", at: before(now, days * dayMs) },
      });
    expect(await deleteOldOpenings(now)).toBe(1);
    await changeSettings({
      settings: { ...defaultSettings, openingsKeptForMonths: 1 },
      version: 0,
      staffId: ada,
    });
    expect(await deleteOldOpenings(now)).toBe(2);
    expect(await prisma.opening.count()).toBe(1);
  });
});
