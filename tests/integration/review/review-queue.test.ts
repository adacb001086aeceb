import { beforeEach, describe, expect, test } from "vitest";
import { correctApplication } from "@/lib/applications/commands";
import {
  claimApplication,
  claimNext,
  releaseClaim,
} from "@/lib/applications/claims/claim-commands";
import { parseQueueParams, type QueueView } from "@/lib/applications/review/queue-filter";
import {
  countQueue,
  findLongestWaiting,
  findNeighbours,
  findNext,
  listQueue,
} from "@/lib/applications/review/queue-queries";
import { clockEventKinds } from "@/lib/applications/review/review-clock";
import { declineApplication, requestChanges } from "@/lib/applications/review/review-commands";
import { findForReview } from "@/lib/applications/review/review-queries";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";
import { correctionSchema, nest } from "@/lib/applications/schema";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { chooseLanguages } from "@/lib/staff/commands";
import { getReviewChoices } from "@/lib/staff/queries";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  readerOf,
  statusToken,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const awaitingReview = parseQueueParams({});

let ada: string;
let ghent: string;
let antwerp: string;
let tokyo: string;

async function submitOn(day: string, cityId: number, key: string): Promise<string> {
  const id = await submitConfirmed({
    submissionKey: `00000000-0000-4000-8000-00000000000${key}`,
    cityId,
  });
  await prisma.application.update({
    where: { id },
    data: { confirmedAt: new Date(day), submittedAt: new Date(day) },
  });
  return id;
}

beforeEach(async () => {
  ada = await resetWithReviewer("ada@example.org");
  ghent = await submitOn("2026-11-02", placeIds.ghent, "1");
  antwerp = await submitOn("2026-11-03", placeIds.antwerp, "2");
  tokyo = await submitOn("2026-11-04", placeIds.tokyo, "3");
});

const neighboursOf = async (id: string, filter = awaitingReview) => {
  const { previous, next } = await findNeighbours(
    await prisma.application.findUniqueOrThrow({ where: { id } }),
    filter,
    readerOf(ada),
  );
  return [previous?.id, next?.id];
};

const decline = async (id: string) =>
  declineApplication(await openReview(id, ada), {
    reason: "no_mandate",
    message: "There is no resolution.",
  });

/** Its applicant answers a request for changes. */
const answer = async (id: string) => {
  const { version } = await openReview(id, ada);
  const correction = { ...answersOfGhent, mandateBody: "College of the mayor" };
  await correctApplication(
    await statusToken(id),
    version,
    correctionSchema.parse(nest(correction)),
  );
};

const queue = async () => (await listQueue(awaitingReview, readerOf(ada))).map(({ id }) => id);

test("one goes through the queue from the longest wait on", async () => {
  expect(await queue()).toEqual([ghent, antwerp, tokyo]);
  expect(await neighboursOf(ghent)).toEqual([undefined, antwerp]);
  expect(await neighboursOf(antwerp)).toEqual([ghent, tokyo]);
  expect(await neighboursOf(tokyo)).toEqual([antwerp, undefined]);
});

test("of two that came at the same moment none is passed over", async () => {
  await prisma.application.updateMany({
    where: { id: { in: [antwerp, tokyo] } },
    data: { confirmedAt: new Date("2026-11-03") },
  });
  const [first, second = "", third = ""] = await queue();
  expect(first).toBe(ghent);
  expect(await neighboursOf(second)).toEqual([ghent, third]);
  expect(await neighboursOf(third)).toEqual([second, undefined]);
});

test("what was decided keeps its place beside those that still wait, and names who decided", async () => {
  await decline(antwerp);
  expect(await neighboursOf(antwerp)).toEqual([ghent, tokyo]);
  expect(await neighboursOf(ghent)).toEqual([undefined, tokyo]);
  expect(await listQueue(parseQueueParams({ state: "declined" }), readerOf(ada))).toMatchObject([
    { id: antwerp, decidedBy: "ada@example.org" },
  ]);
});

test("the neighbours are those of the queue that one came from", async () => {
  await decline(ghent);
  expect(await neighboursOf(ghent, parseQueueParams({ state: "declined" }))).toEqual([
    undefined,
    undefined,
  ]);
  expect(await neighboursOf(antwerp, parseQueueParams({ q: "Antwerp" }))).toEqual([
    undefined,
    undefined,
  ]);
  expect(await neighboursOf(antwerp, parseQueueParams({ state: "all" }))).toEqual([tokyo, ghent]);
});

test("behind the last comes the one that has waited longest, and none where nothing waits", async () => {
  expect((await findLongestWaiting(tokyo))?.id).toBe(ghent);
  await prisma.application.updateMany({
    where: { id: { not: tokyo } },
    data: { state: "withdrawn", openForCityId: null },
  });
  expect(await findLongestWaiting(tokyo)).toBeNull();
});

describe("a claim", () => {
  const settings = reviewSettings;
  const monday = new Date("2026-11-23T09:00:00Z");
  const nextFriday = new Date("2026-11-27T23:00:00Z");
  const nextMonday = new Date("2026-11-30T00:00:00Z");
  let grace: string;

  beforeEach(async () => {
    grace = await hireReviewer("grace@example.org");
  });

  const takeNext = async (staffId: string, now = monday, languages: string[] = []) => {
    const taken = await claimNext({ staffId, languages }, { now, settings });
    return taken.ok ? taken.applicationId : taken.reason;
  };
  const take = (applicationId: string, staffId: string, seenHolderId: string | null) =>
    claimApplication({ applicationId, staffId, seenHolderId }, { now: monday, settings });
  const idsIn = async (view: QueueView, staffId: string, now = monday) =>
    (await listQueue(parseQueueParams({ view }), readerOf(staffId, now))).map(({ id }) => id);

  test("is had by taking the next: the oldest that nobody has", async () => {
    expect(await takeNext(ada)).toBe(ghent);
    expect(await takeNext(grace)).toBe(antwerp);
    expect(await takeNext(ada)).toBe(tokyo);
    expect(await takeNext(grace)).toBe("nothingWaits");
    expect(await idsIn("mine", ada)).toEqual([ghent, tokyo]);
    expect(await idsIn("mine", grace)).toEqual([antwerp]);
    expect(await idsIn("unassigned", ada)).toEqual([]);
  });

  test("is had in the reviewer's languages only, if any are chosen", async () => {
    await prisma.application.update({ where: { id: antwerp }, data: { locale: "nl" } });
    expect(await takeNext(ada, monday, ["nl", "fr"])).toBe(antwerp);
    expect(await takeNext(ada, monday, ["nl", "fr"])).toBe("nothingWaits");
    await chooseLanguages(grace, [defaultLocale]);
    const { languages } = await getReviewChoices(grace);
    expect(languages).toEqual(["en"]);
    expect(await takeNext(grace, monday, languages)).toBe(ghent);
  });

  test("is seen by all, and keeps nobody from deciding: then it ends", async () => {
    await take(ghent, ada, null);
    expect(await listQueue(awaitingReview, readerOf(grace, monday))).toMatchObject([
      { id: ghent, claimedBy: "ada@example.org" },
      { id: antwerp, claimedBy: null },
      { id: tokyo, claimedBy: null },
    ]);
    expect(await findForReview(ghent, readerOf(grace, monday))).toMatchObject({
      claim: { staffId: ada, holder: "ada@example.org", claimedAt: monday },
    });
    expect(
      await declineApplication(await openReview(ghent, grace), {
        reason: "no_mandate",
        message: "There is no resolution.",
      }),
    ).toEqual({ ok: true });
    expect(await prisma.claim.count()).toBe(0);
  });

  test("is taken over from whom the reviewer saw, and from nobody else", async () => {
    await take(ghent, ada, null);
    const tooLate = { ok: false, reason: "claimedMeanwhile", holder: "ada@example.org" };
    expect(await take(ghent, grace, null)).toEqual(tooLate);
    expect(await take(ghent, grace, ada)).toEqual({ ok: true });
    expect(await idsIn("mine", grace)).toEqual([ghent]);
    const events = await prisma.event.findMany({
      where: { kind: "application_claimed" },
      orderBy: { id: "asc" },
    });
    expect(events).toMatchObject([
      { staffId: ada, applicationId: ghent, detail: {} },
      { staffId: grace, applicationId: ghent, detail: { takenFrom: ada } },
    ]);
  });

  test("is given back by who has it", async () => {
    await take(ghent, ada, null);
    await releaseClaim(ghent, grace);
    expect(await idsIn("mine", ada)).toEqual([ghent]);
    await releaseClaim(ghent, ada);
    expect(await idsIn("unassigned", ada)).toEqual([ghent, antwerp, tokyo]);
    await releaseClaim(ghent, ada);
    const released = { kind: "application_claim_released" } as const;
    expect(await prisma.event.findMany({ where: released })).toMatchObject([
      { actor: "staff", staffId: ada, applicationId: ghent, cityId: placeIds.ghent },
    ]);
  });

  test("is had once by who takes it twice, and by nobody where nothing waits", async () => {
    expect(await take(ghent, ada, null)).toEqual({ ok: true });
    expect(await take(ghent, ada, null)).toEqual({ ok: true });
    expect(await prisma.event.count({ where: { kind: "application_claimed" } })).toBe(1);
    // The colleague whom the reviewer saw has given it back meanwhile.
    expect(await take(tokyo, grace, ada)).toEqual({
      ...{ ok: false, reason: "claimedMeanwhile", holder: null },
    });
    const nobodys = "00000000-0000-4000-8000-00000000ffff";
    expect(await take(nobodys, ada, null)).toEqual({ ok: false, reason: "notWaiting" });
  });

  test("ends by itself after five working days, and when its holder leaves the staff", async () => {
    await take(ghent, ada, null);
    expect(await idsIn("mine", ada, nextFriday)).toEqual([ghent]);
    expect(await idsIn("mine", ada, nextMonday)).toEqual([]);
    expect(await takeNext(grace, nextMonday)).toBe(ghent);
    await prisma.user.update({ where: { id: grace }, data: { removedAt: nextMonday } });
    expect(await takeNext(ada, nextMonday)).toBe(ghent);
  });

  test("does not say that the application was read", async () => {
    await requestChanges(await openReview(ghent, ada), { message: "When was it?" });
    await answer(ghent);
    await take(ghent, ada, null);
    const [first] = await listQueue(awaitingReview, readerOf(ada, monday));
    expect(first).toMatchObject({ id: ghent, isChangedSinceReview: true });
  });

  test("is none of an application that does not await review", async () => {
    await decline(ghent);
    expect(await take(ghent, grace, null)).toEqual({ ok: false, reason: "notWaiting" });
  });
});

describe("overdue", () => {
  // Ten working days after Ghent and nine after Antwerp were confirmed.
  const tenthDay = new Date("2026-11-16T09:00:00Z");

  const overdueAt = async (now: Date) =>
    (await listQueue(parseQueueParams({ view: "overdue" }), readerOf(ada, now))).map(
      ({ id }) => id,
    );

  test("is what has been with the staff for ten working days", async () => {
    expect(await overdueAt(new Date("2026-11-13T23:00:00Z"))).toEqual([]);
    expect(await overdueAt(tenthDay)).toEqual([ghent]);
    expect((await countQueue("", readerOf(ada, tenthDay))).views.overdue).toBe(1);
    expect((await countQueue("Antwerp", readerOf(ada, tenthDay))).views.overdue).toBe(0);
  });

  test("the time that the applicant took to answer does not count", async () => {
    await requestChanges(await openReview(ghent, ada), { message: "When was it?" });
    await answer(ghent);
    await prisma.$transaction(async (tx) => {
      // Events refuse to be changed; here a week is to have passed between the two.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`UPDATE event SET at = '2026-11-03T09:00Z' WHERE kind = 'application_changes_requested'`;
      await tx.$executeRaw`UPDATE event SET at = '2026-11-10T09:00Z' WHERE kind = 'application_answered'`;
    });
    expect(await overdueAt(tenthDay)).toEqual([]);
    expect(await overdueAt(new Date("2026-11-23T09:00:00Z"))).toContain(ghent);
  });

  test("the counts beside the views are those of the views", async () => {
    await claimNext({ staffId: ada, languages: [] }, { now: tenthDay, settings: reviewSettings });
    const { views, states } = await countQueue("", readerOf(ada, tenthDay));
    expect(views).toEqual({ mine: 1, unassigned: 2, overdue: 1 });
    expect(states.submitted).toBe(3);
  });
});

test("after a decision comes the next of the same view", async () => {
  const reader = readerOf(ada);
  const mine = parseQueueParams({ view: "mine" });
  for (const id of [ghent, tokyo])
    await claimApplication(
      { applicationId: id, staffId: ada, seenHolderId: null },
      { now: reader.now, settings: reviewSettings },
    );
  await decline(ghent);
  expect(await findNext(ghent, mine, reader)).toMatchObject({ id: tokyo, city: { name: "Tokyo" } });
  await decline(tokyo);
  expect(await findNext(tokyo, mine, reader)).toMatchObject({ id: antwerp });
});

test("the index of the database names what stops and starts the clock of a review", async () => {
  const [index] = await prisma.$queryRaw<{ definition: string }[]>`
    SELECT indexdef AS definition FROM pg_indexes WHERE indexname = 'event_clock_idx'`;
  const named = index!.definition.match(/(?<=')\w+(?='::event_kind)/g) ?? [];
  expect(named.sort()).toEqual([...clockEventKinds].sort());
});
