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
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { listAssignments, previewSeveral } from "@/lib/applications/review/several-queries";
import {
  getQueueChoices,
  mostSavedFilters,
  removeFilter,
  saveFilter,
} from "@/lib/applications/review/saved-filters";
import { prisma } from "@/lib/db";
import { after, before, dayMs } from "@/lib/durations";
import { defaultSettings } from "@/lib/settings/schema";
import { removeStaff } from "@/lib/staff/commands";
import { getStaffOverview } from "@/lib/statistics/staff-overview";
import { loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import { successOf } from "@/tests/support/result";
import {
  submitUnconfirmed,
  submitConfirmed,
  hireReviewer,
  openReview,
  readerOf,
  tickAllEvidence,
} from "@/tests/support/review";

const isPostgres = process.env.TEST_DATABASE === "postgres";

let ada: string;
let grace: string;
let ghent: string;
let antwerp: string;

const moment = (now = new Date()) => ({ now, settings: defaultSettings });
const apply = (cityId: number) =>
  submitConfirmed({
    submissionKey: crypto.randomUUID(),
    cityId,
    contactEmail: `${cityId}@stad.example`,
  });
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
  await resetDatabase();
  await loadSamplePlaces();
  ada = await hireReviewer("ada@example.org");
  grace = await hireReviewer("grace@example.org");
  ghent = await apply(placeIds.ghent);
  antwerp = await apply(placeIds.antwerp);
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
    const tokyo = await apply(placeIds.tokyo);
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
      recipient: `${placeIds.ghent}@stad.example`,
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
    const tokyo = await apply(placeIds.tokyo);
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

describe("a reviewer's own views", () => {
  const save = (name: string, filter: string, staffId = ada) =>
    saveFilter(staffId, { name, filter });
  const namesOf = async (staffId: string) =>
    (await getQueueChoices(staffId)).savedFilters.map(({ name, filter }) => `${name}: ${filter}`);

  test("are saved under a name, for themselves alone, without what an address cannot ask", async () => {
    expect(await save("  Late  ones ", "view=overdue&page=3&colour=green")).toEqual({ ok: true });
    expect(await save("Ghent", "q=Ghent&state=declined")).toEqual({ ok: true });
    expect(await namesOf(ada)).toEqual([
      "Ghent: q=Ghent&state=declined",
      "Late ones: view=overdue",
    ]);
    expect(await namesOf(grace)).toEqual([]);
    const [first] = (await getQueueChoices(ada)).savedFilters;
    await removeFilter(first!.id, grace);
    expect(await namesOf(ada)).toHaveLength(2);
    await removeFilter(first!.id, ada);
    expect(await namesOf(ada)).toEqual(["Late ones: view=overdue"]);
  });

  test("have each a name, and there are not too many", async () => {
    expect(await save(" ", "view=mine")).toEqual({ ok: false, reason: "nameMissing" });
    await save("Mine", "view=mine");
    expect(await save("Mine", "view=overdue")).toEqual({ ok: false, reason: "nameTaken" });
    for (let number = 1; number < mostSavedFilters; number++) await save(`View ${number}`, "");
    expect(await save("One more", "")).toEqual({ ok: false, reason: "tooMany" });
  });

  test("hold the name of no applicant, which would outlive what is kept of them", async () => {
    const { contactName } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    const filter = new URLSearchParams({ q: contactName ?? "" }).toString();
    expect(await save("Applicant", filter)).toEqual({ ok: false, reason: "findsPerson" });
    expect(await save("Address", "q=stad.example")).toEqual({ ok: false, reason: "findsPerson" });
  });

  test("go with whoever leaves", async () => {
    await save("Mine", "view=mine");
    await removeStaff("ada@example.org", null);
    expect(await prisma.savedFilter.count()).toBe(0);
  });
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
    const tokyo = await apply(placeIds.tokyo);
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
