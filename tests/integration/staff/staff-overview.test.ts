import { beforeEach, describe, expect, test } from "vitest";
import { claimApplication } from "@/lib/applications/claims/claim-commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { defaultSettings } from "@/lib/settings/schema";
import { getStaffOverview } from "@/lib/statistics/staff-overview";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import {
  submitUnconfirmed,
  submitNumbered,
  openReview,
  readerOf,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";

let ada: string;
let ghent: string;
let antwerp: string;

const moment = (now = new Date()) => ({ now, settings: defaultSettings });
const take = (applicationId: string, staffId: string) =>
  claimApplication({ applicationId, staffId, seenHolderId: null }, moment());

beforeEach(async () => {
  ada = await resetWithReviewer("ada@example.org");
  ghent = await submitNumbered(1);
  antwerp = await submitNumbered(2, placeIds.antwerp);
});

describe("the overview", () => {
  const now = new Date();
  const overview = () => getStaffOverview(readerOf(ada, now));

  test("counts what needs attention, for the reader", async () => {
    await take(ghent, ada);
    await prisma.application.update({
      where: { id: antwerp },
      data: { confirmedAt: before(now, 30 * dayMs) },
    });
    const tokyo = await submitNumbered(3, placeIds.tokyo);
    await requestChanges(await openReview(tokyo, ada), { message: "Which meeting?" });
    await prisma.mail.updateMany({ where: { applicationId: tokyo }, data: { failedAt: now } });
    const failed = await prisma.mail.count({ where: { applicationId: tokyo } });
    expect((await overview()).attention).toEqual({
      overdue: 1,
      nearlyOverdue: 0,
      shareAlarms: 0,
      burstAlarms: 0,
      mine: 1,
      unassigned: 1,
      withApplicant: 1,
      failedMails: failed,
      heldEndorsements: 0,
      citiesToContact: 0,
      publicationsInReview: 0,
    });
  });

  test("counts how far applications have come, those that were deleted unconfirmed too", async () => {
    await tickAllEvidence(await openReview(ghent, ada));
    successOf(
      await approveApplication(await openReview(ghent, ada), {
        ...{ name: "Ghent", signedOn: now, message: null },
      }),
    );
    successOf(
      await declineApplication(await openReview(antwerp, ada), {
        ...{ reason: "no_mandate", message: "There is no resolution." },
      }),
    );
    await submitUnconfirmed({ submissionKey: crypto.randomUUID(), cityId: placeIds.tokyo });
    await prisma.event.create({ data: { kind: "application_expired", actor: "system" } });
    const { funnel, decisions, waits, byMonth } = await overview();
    expect(funnel).toEqual({
      submitted: 4,
      confirmed: 2,
      decided: 2,
      approved: 1,
      declined: 1,
      withdrawn: 0,
    });
    expect(decisions).toEqual([
      { kind: "approval", reason: null, count: 1 },
      { kind: "decline", reason: "no_mandate", count: 1 },
    ]);
    expect(waits).toEqual({
      waiting: { median: null, longest: null, count: 0 },
      decided: { median: 0, longest: 0, count: 2 },
    });
    expect(byMonth.at(-1)).toMatchObject({ confirmed: 2, decided: 2, joined: 1, members: 1 });
    expect(byMonth).toHaveLength(12);
  });

  test("a wait is told in working days, and of one that was taken back counts nothing", async () => {
    for (const [id, days] of [
      [ghent, 7],
      [antwerp, 21],
    ] as const)
      await prisma.application.update({
        where: { id },
        data: { confirmedAt: before(now, days * dayMs) },
      });
    expect((await overview()).waits.waiting).toEqual({ median: 10, longest: 15, count: 2 });
  });

  test("adds up endorsements by country, most first", async () => {
    const tally = { kind: "asks", day: new Date("2026-11-01") } as const;
    await prisma.endorsementTally.createMany({
      data: [
        { ...tally, cityId: placeIds.ghent, added: 3, removed: 1 },
        { ...tally, cityId: placeIds.antwerp, added: 4 },
        { ...tally, cityId: placeIds.ghent, kind: "thanks", added: 1 },
      ],
    });
    expect((await overview()).countries).toEqual([{ countryCode: "BE", asks: 6, thanks: 1 }]);
  });
});
