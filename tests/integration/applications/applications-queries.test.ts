import { beforeEach, describe, expect, test } from "vitest";
import {
  countAhead,
  estimateReviewWait,
  findApplicationByToken,
  findKnownCity,
  findStanding,
  listApplicationEvents,
  listWaiting,
} from "@/lib/applications/queries";
import { listClockEvents } from "@/lib/applications/review/review-clock-queries";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { placeIds } from "@/tests/support/database/places";
import {
  submitUnconfirmed,
  submissionKeyOf,
  submitNumbered,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithReviewer,
  correctAnswers,
} from "@/tests/support/applications/review";

const { ghent, antwerp, eindhoven, tokyo } = placeIds;
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9));

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
});

const review = (id: string) => openReview(id, staffId);
const update = (id: string, data: Prisma.ApplicationUncheckedUpdateInput) =>
  prisma.application.update({ where: { id }, data });
const decline = async (id: string) =>
  declineApplication(await review(id), { reason: "other", message: "Not now." });

async function approve(id: string): Promise<void> {
  await tickAllEvidence(await review(id));
  await approveApplication(await review(id), {
    name: "Ghent",
    signedOn: new Date("2026-11-20"),
    message: null,
  });
}

const correct = (id: string) => correctAnswers(id, { contactRole: "Adviser" });

describe("a city", () => {
  test("is free until an application is confirmed, then under review, then a signatory", async () => {
    expect(await findStanding(ghent)).toBe("free");
    const id = await submitUnconfirmed();
    expect([
      await findStanding(ghent),
      await findKnownCity(ghent),
      await findKnownCity(antwerp),
    ]).toEqual(["free", { name: "Ghent", slug: "ghent" }, null]);
    await update(id, { state: "submitted", openForCityId: ghent });
    expect([await findStanding(ghent), await findStanding(antwerp)]).toEqual([
      "underReview",
      "free",
    ]);
    await approve(id);
    expect([await findStanding(ghent), await findStanding(antwerp)]).toEqual(["signatory", "free"]);
  });
});

describe("an applicant", () => {
  test("sees the answers, the city and the decision that is in force, and none that was superseded", async () => {
    const id = await submitNumbered(1);
    await requestChanges(await review(id), { message: "When was it?" });
    const token = await statusToken(id);
    expect(await findApplicationByToken(token)).toMatchObject({
      ...{
        id,
        state: "changes_requested",
        contactEmail: "officer1@stad.example",
        mandateBody: "City council",
      },
      city: {
        name: "Ghent",
        slug: "ghent",
        signatory: null,
        place: { countryCode: "BE", regionName: "Flanders" },
      },
      decisions: [{ kind: "change_request", reason: null, message: "When was it?" }],
      answers: { length: 7 },
    });
    await correct(id);
    expect(await findApplicationByToken(token)).toMatchObject({
      state: "submitted",
      decisions: [],
    });
  });

  test("sees nothing by a link that has expired", async () => {
    const token = await statusToken(await submitNumbered(1));
    await prisma.applicationLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
    expect(await findApplicationByToken(token)).toBeNull();
  });

  test("reads what happened to this application alone, oldest first", async () => {
    const id = await submitNumbered(1);
    await submitNumbered(2, antwerp);
    await decline(id);
    const events = await listApplicationEvents(id);
    expect(events.map(({ kind }) => kind)).toEqual([
      "application_submitted",
      "application_confirmed",
      "application_declined",
    ]);
    expect(Object.keys(events[0] ?? {}).sort()).toEqual(["at", "kind"]);
  });

  test("is told how many await review that came before, and not of those that were answered or came later", async () => {
    for (const [index, cityId] of [ghent, antwerp, eindhoven, tokyo].entries())
      await update(await submitNumbered(index, cityId), { confirmedAt: day(index + 1) });
    expect([await countAhead(day(1)), await countAhead(day(3))]).toEqual([0, 2]);
    await prisma.application.updateMany({
      where: { cityId: antwerp },
      data: { state: "changes_requested" },
    });
    expect(await countAhead(day(3))).toBe(1);
  });
});

describe("how long a review takes", () => {
  const tuesday = new Date("2026-11-03T09:00:00Z");
  const daysLater = (days: number) => new Date(tuesday.getTime() + days * 86_400_000);

  /** Decisions on one application, so many days after it was confirmed. */
  async function decided(
    days: readonly number[],
    kind: "approval" | "decline" | "change_request" = "decline",
  ): Promise<void> {
    const { id: applicationId } = await prisma.application.findFirstOrThrow({
      select: { id: true },
    });
    await prisma.decision.createMany({
      data: days.map((later) => ({ applicationId, staffId, kind, decidedAt: daysLater(later) })),
    });
  }

  beforeEach(async () => {
    await update(await submitNumbered(1), { confirmedAt: tuesday });
  });

  test("is the middle of the decisions, once there are five", async () => {
    await decided([1, 1, 2], "approval");
    await decided([3]);
    expect(await estimateReviewWait()).toBeNull();
    await decided([3]);
    expect(await estimateReviewWait()).toBe(2);
  });

  test("is told by the twenty latest, and by no request for changes", async () => {
    await decided(Array.from({ length: 30 }, () => 1));
    await decided(Array.from({ length: 20 }, () => 7));
    await decided(
      Array.from({ length: 30 }, () => 14),
      "change_request",
    );
    expect(await estimateReviewWait()).toBe(5);
  });

  test("is told by no application that was never confirmed", async () => {
    await decided([1, 1, 1, 1, 1]);
    await prisma.application.updateMany({ data: { confirmedAt: null } });
    expect(await estimateReviewWait()).toBeNull();
  });

  test("is still told by earlier decisions where the latest were on one that was never confirmed", async () => {
    await decided([1, 1, 1, 1, 1]);
    const applicationId = await submitUnconfirmed({
      submissionKey: submissionKeyOf(2),
      cityId: antwerp,
    });
    await prisma.decision.createMany({
      data: Array.from({ length: 20 }, () => ({
        ...{ applicationId, staffId },
        ...{ kind: "decline", decidedAt: daysLater(7) },
      })),
    });
    expect(await estimateReviewWait()).toBe(1);
  });

  test("is known of what waits now: for staff or for the applicant, and neither unconfirmed nor decided", async () => {
    const { id: waiting } = await prisma.application.findFirstOrThrow({ select: { id: true } });
    const asked = await submitNumbered(2, antwerp);
    await requestChanges(await review(asked), { message: "When was it?" });
    await submitUnconfirmed({ submissionKey: submissionKeyOf(3), cityId: eindhoven });
    await decline(await submitNumbered(4, tokyo));
    await update(asked, { confirmedAt: new Date() });
    const rows = await listWaiting(daysLater(7));
    expect(rows.map(({ id }) => id).sort()).toEqual([waiting, asked].sort());
    expect(rows).toContainEqual({
      id: waiting,
      state: "submitted",
      confirmedAt: tuesday,
      waitInWorkingDays: 5,
    });
    expect(rows).toContainEqual({
      id: asked,
      state: "changes_requested",
      confirmedAt: expect.any(Date) as Date,
      waitInWorkingDays: 0,
    });
  });

  test("is reckoned from what happened to this application alone, in the order in which it did", async () => {
    const { id: applicationId } = await prisma.application.findFirstOrThrow({
      select: { id: true },
    });
    await decline(await submitNumbered(2, antwerp));
    // Written down in the other order, as by two transactions of which the first ended last.
    for (const [id, kind] of [
      [9_000_002n, "application_answered"],
      [9_000_001n, "application_changes_requested"],
    ] as const)
      await prisma.event.create({ data: { id, kind, applicationId, actor: "staff", at: tuesday } });
    expect([...(await listClockEvents([applicationId]))]).toEqual([
      [
        applicationId,
        [
          { kind: "application_changes_requested", at: tuesday },
          { kind: "application_answered", at: tuesday },
        ],
      ],
    ]);
    expect((await listApplicationEvents(applicationId)).map(({ kind }) => kind)).toEqual([
      "application_submitted",
      "application_confirmed",
      "application_changes_requested",
      "application_answered",
    ]);
  });
});
