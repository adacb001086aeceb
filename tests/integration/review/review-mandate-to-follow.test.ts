import { beforeEach, expect, test } from "vitest";
import { estimateReviewWait } from "@/lib/applications/queries";
import { listQueue } from "@/lib/applications/review/queue-queries";
import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { findForReview, listCityEvents } from "@/lib/applications/review/review-queries";
import { prisma } from "@/lib/db";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  tickEvidence,
  readerOf,
  tickAllEvidence,
  resetWithReviewer,
  correctAnswers,
} from "@/tests/support/applications/review";
import type { EventKind } from "@/prisma/generated/enums";

const approval = { name: "Ghent", signedOn: new Date("2026-11-20"), message: null };

let reviewer: string;
let ghent: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed();
});

const review = (id = ghent) => openReview(id, reviewer);
const toFollow = { "mandateUrl-address": "", "mandateUrl-follows": "yes" };

test("a mandate whose document is to follow is ticked only with a note of where it was seen", async () => {
  await correctAnswers(ghent, toFollow);
  expect(await tickEvidence(await review(), "mandate_seen")).toEqual({
    ok: false,
    reason: "noteMissing",
  });
  expect(await prisma.evidenceTick.count()).toBe(0);

  expect(
    await tickEvidence(await review(), "mandate_seen", "Minutes of 19 October, by mail."),
  ).toEqual({ ok: true });
  for (const criterion of ["official_contact", "one_action_per_area"] as const)
    await tickEvidence(await review(), criterion);
  expect(await approveApplication(await review(), approval)).toEqual({ ok: true });
});

test("a tick without a note does not let a city be approved, and gives way to one with a note", async () => {
  await correctAnswers(ghent, toFollow);
  await prisma.evidenceTick.create({
    data: { applicationId: ghent, criterion: "mandate_seen", staffId: reviewer },
  });
  for (const criterion of ["official_contact", "one_action_per_area"] as const)
    await tickEvidence(await review(), criterion);
  expect(await approveApplication(await review(), approval)).toEqual({
    ok: false,
    reason: "evidenceMissing",
    missing: ["mandate_seen"],
  });

  await tickEvidence(await review(), "mandate_seen", "Seen at the town hall.");
  expect(
    await prisma.evidenceTick.findMany({ where: { criterion: "mandate_seen" } }),
  ).toMatchObject([{ note: "Seen at the town hall." }]);
  expect(await approveApplication(await review(), approval)).toEqual({ ok: true });
});

test("a document that comes after all must be seen itself", async () => {
  await correctAnswers(ghent, toFollow);
  await tickEvidence(await review(), "mandate_seen", "Seen at the town hall.");
  await correctAnswers(ghent, {});
  expect(await prisma.evidenceTick.count()).toBe(0);
});

/** Lets all that happened to an application so far have happened on this day. */
async function date(id: string, day: string, kind: EventKind): Promise<void> {
  await prisma.$executeRaw`ALTER TABLE event DISABLE TRIGGER USER`;
  await prisma.event.updateMany({
    where: { applicationId: id, kind },
    data: { at: new Date(day) },
  });
  await prisma.$executeRaw`ALTER TABLE event ENABLE TRIGGER USER`;
}

test("the time that an applicant takes to answer counts neither in the queue nor in the estimate", async () => {
  const cityIds = [placeIds.antwerp, placeIds.tokyo, placeIds.cairo, placeIds.kyiv, placeIds.paris];
  for (const [index, cityId] of cityIds.entries()) {
    const id = await submitConfirmed({
      submissionKey: `00000000-0000-4000-8000-00000000001${index}`,
      cityId,
      contactEmail: `officer.${index}@stad.example`,
    });
    await prisma.application.update({
      where: { id },
      data: { confirmedAt: new Date("2026-03-02") },
    });
    await requestChanges(await review(id), { message: "Which council meeting was it?" });
    await date(id, "2026-03-04", "application_changes_requested");
    await correctAnswers(id, { mandateBody: "College of the mayor" });
    await date(id, "2026-11-17", "application_answered");
    const [queued] = (await listQueue(parseQueueParams({}), readerOf(reviewer))).filter(
      (row) => row.id === id,
    );
    expect(queued?.waitInWorkingDays).toBeLessThan(40);
    await declineApplication(await review(id), {
      reason: "no_mandate",
      message: "There is no resolution.",
    });
    await prisma.decision.updateMany({
      where: { inForceForId: id },
      data: { decidedAt: new Date("2026-11-18") },
    });
  }
  expect(await estimateReviewWait()).toBe(3);
});

test("reviewers see what was seen and decided, the history newest first by name, and others of the city", async () => {
  const staffId = await hireReviewer("ada@example.org");
  await prisma.user.update({ where: { id: staffId }, data: { name: "Ada" } });
  const decline = { reason: "other", message: "Not now." } as const;
  expect(await declineApplication(await openReview(ghent, staffId), decline)).toEqual({ ok: true });
  const id = await submitConfirmed({ submissionKey: "00000000-0000-4000-8000-0000000000a2" });
  await tickAllEvidence(await openReview(id, staffId));
  await requestChanges(await openReview(id, staffId), { message: "When was it?" });

  const seen = await findForReview(id, readerOf(staffId));
  expect(seen).toMatchObject({
    city: {
      ...{ name: "Ghent", slug: "ghent", signatory: null },
      place: { countryCode: "BE", regionName: "Flanders" },
    },
    decisions: [
      {
        ...{ kind: "change_request", message: "When was it?", reason: null },
        ...{ decidedBy: "Ada", isInForce: true },
      },
    ],
  });
  expect(seen?.city.place.population).toBeGreaterThan(200_000);
  expect(seen?.evidence[0]).toMatchObject({ tickedBy: "Ada", tickedAt: expect.any(Date) as Date });

  const events = await listCityEvents(placeIds.ghent);
  const history = events.filter(({ applicationId }) => applicationId === id);
  expect(history[0]).toMatchObject({
    ...{ kind: "application_changes_requested", actor: "staff", staffName: "Ada" },
    at: expect.any(Date) as Date,
  });
  expect(history.at(-1)).toMatchObject({ actor: "applicant", staffName: null });
  expect(events.map(({ kind }) => kind)).toContain("application_declined");
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  expect(history).toContainEqual(
    expect.objectContaining({
      kind: "application_evidence_ticked",
      detail: { criterion: "mandate_seen" },
    }),
  );
  expect(seen?.others).toEqual([
    {
      ...{ id: ghent, state: "declined" },
      reference: expect.any(String) as string,
      submittedAt: expect.any(Date) as Date,
    },
  ]);
});

test("a colleague without a name stands in the history by address, and a city's other applications newest first", async () => {
  await declineApplication(await review(), { reason: "other", message: "Not now." });
  expect((await listCityEvents(placeIds.ghent))[0]).toMatchObject({
    kind: "application_declined",
    staffName: "reviewer@example.org",
  });
  const ids: string[] = [];
  for (const day of [2, 3, 1]) {
    const id = await submitConfirmed({
      submissionKey: `00000000-0000-4000-8000-0000000000a${day}`,
    });
    ids.push(id);
    await prisma.application.update({
      where: { id },
      data: { submittedAt: new Date(`2026-11-0${day}`) },
    });
    await declineApplication(await review(id), { reason: "other", message: "Not now." });
  }
  const [first, second, third] = ids;
  const { others = [] } = (await findForReview(ghent, readerOf(reviewer))) ?? {};
  expect(others.map(({ id }) => id)).toEqual([second, first, third]);
});
