import { beforeEach, describe, expect, test } from "vitest";
import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import { remindApplicants } from "@/lib/applications/review/applicant-reminders";
import {
  assignApplications,
  deleteOldAssignments,
  undoAssignment,
} from "@/lib/applications/claims/assignment-commands";
import { claimApplication, releaseClaim } from "@/lib/applications/claims/claim-commands";
import { listQueue } from "@/lib/applications/review/queue-queries";
import { declineApplication, requestChanges } from "@/lib/applications/review/review-commands";
import { listAssignments, previewSeveral } from "@/lib/applications/review/several-queries";
import { prisma } from "@/lib/db";
import { after, dayMs } from "@/lib/durations";
import { defaultSettings } from "@/lib/settings/schema";
import { removeStaff } from "@/lib/staff/commands";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import {
  submitNumbered,
  hireReviewer,
  openReview,
  readerOf,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const isPostgres = process.env.TEST_DATABASE === "postgres";

let ada: string;
let grace: string;
let ghent: string;
let antwerp: string;

const moment = (now = new Date()) => ({ now, settings: defaultSettings });
const holderOf = async (id: string) =>
  (await prisma.claim.findUnique({ where: { applicationId: id } }))?.staffId ?? null;
const take = (applicationId: string, staffId: string) =>
  claimApplication({ applicationId, staffId, seenHolderId: null }, moment());
const assign = (
  ids: readonly string[],
  { to, seen = null, at = new Date() }: { to: string; seen?: string | null; at?: Date },
) =>
  assignApplications(
    {
      chosen: ids.map((applicationId) => ({ applicationId, seenHolderId: seen })),
      assigneeId: to,
      staffId: ada,
    },
    moment(at),
  );

beforeEach(async () => {
  ada = await resetWithReviewer("ada@example.org");
  grace = await hireReviewer("grace@example.org");
  ghent = await submitNumbered(1);
  antwerp = await submitNumbered(2, placeIds.antwerp);
});

describe("several applications are given to a reviewer", () => {
  test("in one go, and each has an event", async () => {
    expect(await assign([ghent, antwerp], { to: grace })).toEqual({
      ok: true,
      assigned: 2,
      left: 0,
    });
    const mine = await listQueue(parseQueueParams({ view: "mine" }), readerOf(grace));
    expect(mine.map(({ city }) => city.name)).toEqual(["Ghent", "Antwerp"]);
    expect(
      await prisma.event.findMany({
        where: { kind: "application_assigned" },
        select: { staffId: true, applicationId: true, detail: true },
        orderBy: { cityId: "asc" },
      }),
    ).toEqual(
      expect.arrayContaining([{ staffId: ada, applicationId: ghent, detail: { memberId: grace } }]),
    );
    expect(await prisma.mail.count({ where: { kind: "staff_digest" } })).toBe(0);
  });

  test("what somebody has taken since it was seen, or decided, is left and counted", async () => {
    await take(ghent, ada);
    expect(await assign([ghent, antwerp], { to: grace })).toEqual({
      ok: true,
      assigned: 1,
      left: 1,
    });
    expect([await holderOf(ghent), await holderOf(antwerp)]).toEqual([ada, grace]);
    expect(await assign([ghent], { to: grace })).toEqual({ ok: false, reason: "nothingAssigned" });
    await declineApplication(await openReview(ghent, ada), { reason: "other", message: "No." });
    expect(await assign([ghent], { to: grace, seen: ada })).toMatchObject({ ok: false });
  });

  test("nobody who has left gets any", async () => {
    await removeStaff("grace@example.org", null);
    expect(await assign([ghent], { to: grace })).toEqual({ ok: false, reason: "noReviewer" });
    expect(await prisma.assignment.count()).toBe(0);
  });

  test("it is undone: each goes back to who had it, and what has moved on stays", async () => {
    await take(ghent, ada);
    const tokyo = await submitNumbered(3, placeIds.tokyo);
    await assignApplications(
      {
        chosen: [
          { applicationId: ghent, seenHolderId: ada },
          { applicationId: antwerp, seenHolderId: null },
          { applicationId: tokyo, seenHolderId: null },
        ],
        ...{ assigneeId: grace, staffId: ada },
      },
      moment(),
    );
    await releaseClaim(tokyo, grace);
    await take(tokyo, ada);
    const [assignment] = await listAssignments();
    expect(assignment).toMatchObject({ count: 3, to: "grace@example.org", by: "ada@example.org" });
    expect(await undoAssignment(assignment!.id, grace, moment())).toEqual({
      ...{ ok: true, undone: 2, left: 1 },
    });
    expect([await holderOf(ghent), await holderOf(antwerp), await holderOf(tokyo)]).toEqual([
      ...[ada, null, ada],
    ]);
    expect(await undoAssignment(assignment!.id, grace, moment())).toEqual({
      ...{ ok: false, reason: "undoneAlready" },
    });
    expect(await prisma.event.count({ where: { kind: "application_assignment_undone" } })).toBe(2);
  });

  test("the preview says of each what will happen", async () => {
    await take(ghent, grace);
    const previewed = await previewSeveral(
      { what: "assign", choose: [ghent, antwerp], to: grace },
      moment(),
    );
    expect(
      previewed.map(({ cityName, holder, leftOut }) => ({ cityName, holder, leftOut })),
    ).toEqual([
      { cityName: "Ghent", holder: "grace@example.org", leftOut: "theirsAlready" },
      { cityName: "Antwerp", holder: null, leftOut: null },
    ]);
  });

  test("who was given what is forgotten after ninety days", async () => {
    await assign([ghent], { to: grace });
    expect(await deleteOldAssignments(after(new Date(), 89 * dayMs))).toBe(0);
    expect(await deleteOldAssignments(after(new Date(), 91 * dayMs))).toBe(1);
  });

  test.skipIf(!isPostgres)("two colleagues at once give each application to one", async () => {
    for (let round = 0; round < 5; round++) {
      await prisma.claim.deleteMany();
      const results = await Promise.all([
        assign([ghent, antwerp], { to: grace }),
        assign([antwerp, ghent], { to: ada }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await holderOf(ghent)).toBe(await holderOf(antwerp));
    }
  });
});

describe("applicants who owe an answer are reminded", () => {
  const reminders = () => prisma.mail.findMany({ where: { kind: "application_reminder" } });
  const ask = async (id: string) =>
    successOf(await requestChanges(await openReview(id, ada), { message: "Which meeting?" }));

  test("once a week, by an email with the way to their application", async () => {
    await ask(ghent);
    const now = new Date();
    expect(await remindApplicants([ghent, antwerp], ada, now)).toEqual({ sent: 1, left: 1 });
    expect(await remindApplicants([ghent], grace, now)).toEqual({ sent: 0, left: 1 });
    const [mail] = await reminders();
    expect(mail).toMatchObject({
      recipient: "officer1@stad.example",
      subject: "We wait for your answer about Ghent",
    });
    expect(mail?.text).toMatch(/\/en\/applications\/[\w-]{20,}/);
    expect(await remindApplicants([ghent], grace, after(now, 8 * dayMs))).toEqual({
      ...{ sent: 1, left: 0 },
    });
  });

  test("the preview says who gets none, and why", async () => {
    await ask(ghent);
    await ask(antwerp);
    await remindApplicants([antwerp], ada, new Date());
    const tokyo = await submitNumbered(3, placeIds.tokyo);
    const previewed = await previewSeveral(
      { what: "remind", choose: [ghent, antwerp, tokyo], to: undefined },
      moment(),
    );
    expect(previewed.map(({ cityName, leftOut }) => [cityName, leftOut])).toEqual([
      ["Ghent", null],
      ["Antwerp", "remindedLately"],
      ["Tokyo", "notAsked"],
    ]);
  });

  test.skipIf(!isPostgres)("two colleagues at once send one email", async () => {
    await ask(ghent);
    const now = new Date();
    const results = await Promise.all([ada, grace].map((id) => remindApplicants([ghent], id, now)));
    expect(results.map(({ sent }) => sent).sort()).toEqual([0, 1]);
    expect(await reminders()).toHaveLength(1);
  });
});
