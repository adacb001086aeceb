import { beforeEach, expect, test } from "vitest";
import { ensureCity } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { after, before, hourMs, minuteMs } from "@/lib/durations";
import { endAlarm } from "@/lib/endorsements/abuse/city-alarm-commands";
import { listOpenAlarms } from "@/lib/endorsements/abuse/city-alarm-queries";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { findSubmissionByKey } from "@/lib/endorsements/resident-queries";
import { runBulkReview } from "@/lib/endorsements/review/bulk-review";
import { getStaffOverview } from "@/lib/statistics/staff-overview";
import { defaultSettings } from "@/lib/settings/schema";
import {
  endorse,
  endorseAndConfirm,
  storeConfirmedEndorsements,
  linkTo,
} from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { resetWithReviewer } from "@/tests/support/applications/review";

const { ghent, antwerp } = placeIds;
const now = new Date("2026-11-23T09:00:00Z");

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer("ada@example.org");
});

/** So many of Ghent's residents count, confirmed at that moment. */
async function residentsAsk(number: number, confirmedAt: Date): Promise<void> {
  await storeConfirmedEndorsements(number);
  await prisma.endorsement.updateMany({ data: { confirmedAt } });
}

/** Of Ghent's people, as many as may ask without an alarm. */
async function endorsedByLargeShare(): Promise<{ population: number }> {
  await prisma.$transaction((tx) => ensureCity(tx, ghent));
  const { population } = await prisma.place.findUniqueOrThrow({ where: { id: ghent } });
  const added = Math.floor((population * defaultSettings.shareAlarmPercent) / 100);
  await prisma.endorsementTally.create({
    data: { cityId: ghent, kind: "asks", day: new Date("2026-11-20"), added },
  });
  return { population };
}

const resident = (number: number) => ({ email: `somebody@street-${number}00.example` });

const heldFor = async ({ email }: { email: string }) =>
  (await prisma.endorsement.findFirstOrThrow({ where: { email }, select: { heldFor: true } }))
    .heldFor;

const attention = async () =>
  (await getStaffOverview({ staffId, now, settings: defaultSettings })).attention;

test("beyond a share of a city's people the next endorsement is held, and the one after is told so before it confirms", async () => {
  const { population } = await endorsedByLargeShare();
  await endorseAndConfirm(resident(1), {}, now);
  expect(await heldFor(resident(1))).toEqual(["city_share"]);
  expect(await listOpenAlarms()).toMatchObject([
    { placeId: ghent, name: "Ghent", reason: "city_share", population, held: 1 },
  ]);
  expect(await attention()).toMatchObject({ shareAlarms: 1, burstAlarms: 0 });

  const statusKey = await endorse(resident(2), {}, now);
  expect(await findSubmissionByKey(statusKey)).toMatchObject({ heldFor: ["city_share"] });
  expect(await confirmByLink(await linkTo(statusKey), now)).toEqual({
    ok: true,
    confirmation: "held",
  });
  expect(await prisma.event.count({ where: { kind: "city_alarm_raised" } })).toBe(1);
});

test("one city's alarm is no other's", async () => {
  await endorsedByLargeShare();
  await endorseAndConfirm(resident(1), {}, now);
  await endorseAndConfirm({ ...resident(1), cityId: antwerp }, {}, now);
  expect(await prisma.endorsement.count({ where: { placeId: antwerp, state: "confirmed" } })).toBe(
    1,
  );
});

test("more than two hundred in an hour are a burst: the rest is held until staff end it, and for a day it stays quiet", async () => {
  await prisma.endorsementTally.deleteMany();
  await residentsAsk(200, before(now, 10 * minuteMs));
  await endorseAndConfirm(resident(1), {}, now);
  expect(await heldFor(resident(1))).toEqual(["city_burst"]);
  const [alarm] = await listOpenAlarms();
  expect(alarm).toMatchObject({ reason: "city_burst", count: 201 });
  expect(await attention()).toMatchObject({ shareAlarms: 0, burstAlarms: 1 });

  // It goes on after the hour: only staff end it.
  await endorseAndConfirm(resident(2), {}, after(now, 2 * hourMs));
  expect(await heldFor(resident(2))).toEqual(["city_burst"]);
  expect(await endAlarm(alarm!.id, staffId, after(now, 2 * hourMs))).toEqual({ ok: true });
  expect(await endAlarm(alarm!.id, staffId)).toEqual({ ok: false, reason: "endedMeanwhile" });
  expect(await listOpenAlarms()).toEqual([]);
  expect(await prisma.event.findMany({ where: { kind: "city_alarm_ended" } })).toMatchObject([
    { actor: "staff", staffId, cityId: ghent, detail: { reason: "city_burst" } },
  ]);

  const later = after(now, 3 * hourMs);
  await prisma.endorsement.updateMany({
    where: { state: "confirmed" },
    data: { confirmedAt: later },
  });
  await endorseAndConfirm(resident(3), {}, later);
  expect(await heldFor(resident(3))).toEqual([]);
  const nextDay = after(now, 27 * hourMs);
  await prisma.endorsement.updateMany({
    where: { state: "confirmed" },
    data: { confirmedAt: nextDay },
  });
  await prisma.endorsementTally.deleteMany();
  await endorseAndConfirm(resident(4), {}, nextDay);
  expect(await heldFor(resident(4))).toEqual(["city_burst"]);
});

test("a city that is used to as many has no burst", async () => {
  await residentsAsk(200, before(now, 10 * minuteMs));
  await prisma.endorsementTally.updateMany({ data: { added: 30 * 80 } });
  await endorseAndConfirm(resident(1), {}, now);
  expect(await heldFor(resident(1))).toEqual([]);
});

test("what an alarm holds is released with the tools that release others", async () => {
  await residentsAsk(200, before(now, 10 * minuteMs));
  await prisma.endorsementTally.updateMany({ data: { added: 200, day: new Date("2026-11-23") } });
  await endorseAndConfirm(resident(1), {}, now);
  expect(
    await runBulkReview(
      {
        action: "release",
        filter: { state: "held", city: ghent, reason: "city_burst" },
        until: after(now, hourMs),
        staffId,
      },
      after(now, hourMs),
    ),
  ).toMatchObject({ ok: true, count: 1, left: 0 });
  expect(await prisma.endorsement.count({ where: { state: "held" } })).toBe(0);
});
