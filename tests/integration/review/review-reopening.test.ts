import { beforeEach, describe, expect, test } from "vitest";
import { evidenceCriteria } from "@/lib/applications/review/decisions";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
} from "@/lib/applications/review/review-commands";
import { countSignatories, findCity } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { addSampleSignatories, placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  openReview,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const key = "00000000-0000-4000-8000-000000000001";
const otherKey = "00000000-0000-4000-8000-000000000002";
const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };

let reviewer: string;
let ghent: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed({ submissionKey: key });
});

const review = () => openReview(ghent, reviewer);
const readyReview = async () => {
  await tickAllEvidence(await review());
  return review();
};
const applicationOfGhent = () => prisma.application.findUniqueOrThrow({ where: { id: ghent } });
const lastMail = () => prisma.mail.findFirstOrThrow({ orderBy: { id: "desc" } });
const lastEvents = (take: number) =>
  prisma.event.findMany({
    where: { applicationId: ghent },
    select: { kind: true },
    orderBy: { id: "desc" },
    take,
  });

describe("reopening", () => {
  test("an approved application takes the city off the list and tells the applicant", async () => {
    await addSampleSignatories();
    await approveApplication(await readyReview(), approval);
    expect(await reopenApplication(await review(), "decided_in_error")).toEqual({ ok: true });

    expect(await applicationOfGhent()).toMatchObject({
      state: "submitted",
      openForCityId: placeIds.ghent,
      closedAt: null,
    });
    expect(await countSignatories()).toBe(26);
    expect(await findCity("ghent")).toBeNull();
    expect(await prisma.decision.count({ where: { inForceForId: { not: null } } })).toBe(0);
    expect(await lastEvents(2)).toEqual([
      { kind: "application_reopened" },
      { kind: "member_contact_removed" },
    ]);
    expect((await lastMail()).kind).toBe("application_reopened");
    expect(await prisma.evidenceTick.count()).toBe(evidenceCriteria.length);
    expect(await approveApplication(await review(), approval)).toEqual({ ok: true });
    expect(await countSignatories()).toBe(27);
  });

  test("a declined application lets it be approved after all", async () => {
    await declineApplication(await review(), {
      reason: "no_mandate",
      message: "There is no resolution.",
    });
    expect(await reopenApplication(await review(), "decided_in_error")).toEqual({ ok: true });
    expect(await approveApplication(await readyReview(), approval)).toEqual({ ok: true });
  });

  test("waits while another application of the city is open, and is refused once that is approved", async () => {
    await declineApplication(await review(), {
      reason: "no_mandate",
      message: "There is no resolution.",
    });
    const second = await submitConfirmed({
      submissionKey: otherKey,
      contactEmail: "clerk@stad.example",
    });
    expect(await reopenApplication(await review(), "decided_in_error")).toEqual({
      ok: false,
      reason: "anotherOpen",
    });

    await tickAllEvidence(await openReview(second, reviewer));
    await approveApplication(await openReview(second, reviewer), approval);
    expect(await reopenApplication(await review(), "decided_in_error")).toEqual({
      ok: false,
      reason: "alreadySignatory",
    });
    expect((await applicationOfGhent()).state).toBe("declined");
  });

  test("is for what has been decided only", async () => {
    expect(await reopenApplication(await review(), "decided_in_error")).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
  });

  test("happens once: the second reviewer hears that the application has changed", async () => {
    await declineApplication(await review(), {
      reason: "no_mandate",
      message: "There is no resolution.",
    });
    const seen = await review();
    expect(await reopenApplication(seen, "decided_in_error")).toEqual({ ok: true });
    expect(await reopenApplication(seen, "decided_in_error")).toEqual({
      ok: false,
      reason: "changedMeanwhile",
    });
  });
});
