import { beforeEach, expect, test } from "vitest";
import { block, parseBlocked, unblock } from "@/lib/endorsements/abuse/block-commands";
import { sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import { standingOf } from "@/lib/endorsements/city-progress/city-standing";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { findEndorsedCity, findCityWithProgress } from "@/lib/endorsements/city-progress/queries";
import { countHeldEndorsements } from "@/lib/endorsements/queries";
import { runBulkReview, undoBulkReview } from "@/lib/endorsements/review/bulk-review";
import {
  isUndoableStep,
  listBlocks,
  listBulkReviews,
  listCitiesWithEndorsements,
  listMilestones,
  listMilestonesToActOn,
  listSteps,
} from "@/lib/endorsements/review/staff-queries";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { isSignatory } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { sortedReasons, successOf } from "@/tests/support/result";
import { hireReviewer, resetWithSignatories } from "@/tests/support/applications/review";

const { ghent, antwerp, amsterdam } = placeIds;
const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  reviewer = await resetWithSignatories();
  colleague = await hireReviewer("colleague@example.org");
});

const holdEndorsement = (email: string, cityId: number = ghent) =>
  endorseAndConfirm({ email, cityId }, { suspicions: ["too_fast"] });

test("a city is contacted: its way shows it at once, residents hear of it an hour later, and once", async () => {
  await endorseAndConfirm({ wantsNews: true });
  expect(
    await recordStep({
      cityId: ghent,
      kind: "contacted",
      note: "Spoke with the digital officer.",
      staffId: reviewer,
      seenSteps: 0,
    }),
  ).toEqual({ ok: true });
  const city = await findCityWithProgress(ghent);
  expect(city && standingOf(city.facts)).toBe("contacted");
  expect(await sendBulletins(new Date())).toBe(0);
  expect([await sendBulletins(hoursLater(2)), await sendBulletins(hoursLater(2))]).toEqual([1, 0]);
  expect(
    (await prisma.mail.findFirst({ where: { kind: "endorsement_contacted" } }))?.text,
  ).not.toContain("digital officer");
});

test("two reviewers record the same step at once: one is told that the city has changed", async () => {
  await endorseAndConfirm();
  const step = (staffId: string) =>
    recordStep({ cityId: ghent, kind: "contacted", note: null, staffId, seenSteps: 0 });
  const outcomes = await Promise.all([step(reviewer), step(colleague)]);
  expect(sortedReasons(outcomes)).toEqual(["changedMeanwhile", "done"]);
  expect(await prisma.cityStep.count()).toBe(1);
});

test("a step that is taken back within the hour was never told", async () => {
  await endorseAndConfirm({ wantsNews: true });
  await recordStep({
    cityId: ghent,
    kind: "contacted",
    note: null,
    staffId: reviewer,
    seenSteps: 0,
  });
  const { id } = await prisma.cityStep.findFirstOrThrow({ select: { id: true } });
  expect([await takeStepBack(id, colleague), await takeStepBack(id, reviewer)]).toEqual([
    { ok: true },
    { ok: false, reason: "tooLate" },
  ]);
  expect(await sendBulletins(hoursLater(2))).toBe(0);
});

const contact = (seenSteps: number, now = new Date()) =>
  recordStep({ cityId: ghent, kind: "contacted", note: null, staffId: reviewer, seenSteps }, now);

test("a city that is contacted twice is told of once", async () => {
  await endorseAndConfirm({ wantsNews: true });
  expect([await contact(0), await contact(1)]).toEqual([{ ok: true }, { ok: true }]);
  expect(await sendBulletins(hoursLater(2))).toBe(1);
  expect(await contact(2)).toEqual({ ok: true });
  expect(await sendBulletins(hoursLater(4))).toBe(0);
});

test("of two contacts the first is taken back before anybody heard of it: residents hear of the second, once", async () => {
  await endorseAndConfirm({ wantsNews: true });
  await contact(0);
  await contact(1);
  const [first] = await prisma.cityStep.findMany({
    orderBy: { recordedAt: "asc" },
    select: { id: true },
  });
  await takeStepBack(first?.id ?? "", colleague);
  expect([await sendBulletins(hoursLater(2)), await sendBulletins(hoursLater(3))]).toEqual([1, 0]);
});

test.each([
  ["Amsterdam", amsterdam],
  ["Los Angeles", placeIds.losAngeles],
])(
  "%s leaves the list with the step that says so, and stands there again as before when it is taken back",
  async (name, cityId) => {
    await prisma.signatory.update({ where: { cityId }, data: { residentsToldAt: new Date() } });
    const before = await prisma.signatory.findUniqueOrThrow({ where: { cityId } });
    expect(
      await recordStep({
        cityId,
        kind: "left",
        note: null,
        staffId: reviewer,
        seenSteps: 0,
        confirmed: 0,
      }),
    ).toEqual({ ok: true });
    expect(await isSignatory(cityId)).toBe(false);
    const { id } = await prisma.cityStep.findFirstOrThrow({ select: { id: true } });
    await takeStepBack(id, reviewer);
    expect(await prisma.signatory.findUniqueOrThrow({ where: { cityId } })).toEqual(before);
    expect((await prisma.city.findUniqueOrThrow({ where: { id: cityId } })).name).toBe(name);
  },
);

test("a step that cannot come next is not recorded", async () => {
  await endorseAndConfirm();
  expect(
    await recordStep({
      cityId: ghent,
      kind: "on_hold",
      note: null,
      staffId: reviewer,
      seenSteps: 0,
    }),
  ).toEqual({ ok: false, reason: "changedMeanwhile" });
});

test.each([
  ["spam.example", { kind: "mail_domain", value: "spam.example" }],
  ["Somebody@Spam.Example", { kind: "mail_domain", value: "spam.example" }],
  ["192.0.2.7", { kind: "network", value: "192.0.2.0/24" }],
  ["192.0.2.0/24", { kind: "network", value: "192.0.2.0/24" }],
  ["2001:db8:1::/48", { kind: "network", value: "2001:db8:1::/48" }],
  [" mail.spam.example ", { kind: "mail_domain", value: "mail.spam.example" }],
  ["no domain", null],
  ["no-domain", null],
  ["all of spam.example", null],
])("%s can be blocked as what it is", (typed, blocked) => {
  expect(parseBlocked(typed)).toEqual(blocked);
});

test("a blocked domain holds what comes from there, until it is unblocked", async () => {
  const domain = { kind: "mail_domain", value: "bulk.example" } as const;
  expect([await block(domain, reviewer), await block(domain, colleague)]).toEqual([
    { ok: true },
    { ok: false, reason: "alreadyBlocked" },
  ]);
  await block({ kind: "mail_domain", value: "spam.example" }, reviewer);
  await endorseAndConfirm({ email: "one@bulk.example" });
  expect(await countHeldEndorsements()).toBe(1);
  expect([await unblock(domain, reviewer), await unblock(domain, colleague)]).toEqual([
    { ok: true },
    { ok: false, reason: "notBlocked" },
  ]);
  await endorseAndConfirm({ email: "two@bulk.example" });
  expect(await countHeldEndorsements()).toBe(1);
  await endorseAndConfirm({ email: "one@spam.example" });
  expect(await countHeldEndorsements()).toBe(2);
  const events = await prisma.event.findMany({
    where: { kind: { in: ["block_added", "block_removed"] } },
    select: { kind: true, detail: true },
    orderBy: { id: "asc" },
  });
  const detail = { kind: "mail_domain" };
  expect(events).toEqual([
    { kind: "block_added", detail },
    { kind: "block_added", detail },
    { kind: "block_removed", detail },
  ]);
});

test("staff see the cities with held ones first, each with its numbers", async () => {
  await endorseAndConfirm({ email: "one@town.example", cityId: antwerp });
  await holdEndorsement("one@bulk.example");
  const { cities, total } = await listCitiesWithEndorsements(1, new Date());
  expect(total).toBe(2);
  expect(cities.map(({ name, asks, held, isSpokenOf }) => [name, asks, held, isSpokenOf])).toEqual([
    ["Ghent", 0, 1, false],
    ["Antwerp", 1, 0, true],
  ]);
  expect(await listCitiesWithEndorsements(999, new Date())).toEqual({ cities, total, page: 1 });
});

test("the steps of a city are shown newest first, with who recorded them and who took them back", async () => {
  await prisma.user.update({ where: { id: colleague }, data: { name: "Ada" } });
  await endorseAndConfirm();
  await endorseAndConfirm({ cityId: antwerp });
  await recordStep({
    ...{ cityId: ghent, kind: "contacted", note: "By phone", staffId: reviewer, seenSteps: 0 },
  });
  await contact(1, hoursLater(1));
  await recordStep({
    ...{ cityId: antwerp, kind: "contacted", note: null, staffId: reviewer, seenSteps: 0 },
  });
  const [, first] = await listSteps(ghent);
  await takeStepBack(first?.id ?? "", colleague);

  const steps = await listSteps(ghent);
  const by = "reviewer@example.org";
  expect(steps).toMatchObject([
    { kind: "contacted", note: null, takenBackAt: null, takenBackBy: null, by },
    { id: first?.id, kind: "contacted", note: "By phone", by, takenBackBy: "Ada" },
  ]);
  expect(steps.map(({ recordedAt }) => recordedAt instanceof Date)).toEqual([true, true]);
  expect(steps.map((step) => isUndoableStep(step, hoursLater(2)))).toEqual([true, false]);
  expect(steps.map((step) => isUndoableStep(step, hoursLater(26)))).toEqual([false, false]);
});

test("milestones are shown by their size, and to act on are the latest of cities that nobody spoke with", async () => {
  for (const cityId of [ghent, antwerp]) await endorseAndConfirm({ cityId });
  const reached = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
  await prisma.milestone.createMany({
    data: [
      { cityId: ghent, count: 50, reachedAt: reached(2) },
      { cityId: ghent, count: 10, reachedAt: reached(1) },
      { cityId: antwerp, count: 10, reachedAt: reached(3) },
      { cityId: amsterdam, count: 10, reachedAt: reached(4) },
    ],
  });
  expect(await listMilestones(ghent)).toEqual([
    { count: 10, reachedAt: reached(1) },
    { count: 50, reachedAt: reached(2) },
  ]);
  expect(await listMilestonesToActOn()).toEqual([
    { cityId: antwerp, name: "Antwerp", count: 10, reachedAt: reached(3) },
    { cityId: ghent, name: "Ghent", count: 50, reachedAt: reached(2) },
  ]);
  await contact(0);
  expect((await listMilestonesToActOn()).map(({ name }) => name)).toEqual(["Antwerp"]);
});

test("bulk reviews are shown newest first, and can be undone while there is something to undo", async () => {
  await endorseAndConfirm();
  const run = (action: "invalidate" | "release", hours: number) =>
    runBulkReview(
      {
        action,
        filter: { state: action === "release" ? "held" : "confirmed", city: ghent },
        ...{ until: hoursLater(1), staffId: reviewer },
      },
      hoursLater(hours),
    );
  const { id } = successOf(await run("invalidate", -1));
  await run("release", 0);
  const reviews = await listBulkReviews(new Date());
  expect(reviews).toMatchObject([
    { action: "release", count: 0, left: 0, isUndoable: false },
    {
      ...{ id, action: "invalidate", count: 1, left: 0, isUndoable: true, undoneBy: null },
      ...{ filter: { state: "confirmed", city: ghent }, stoppedBy: null },
      staff: { name: null, email: "reviewer@example.org" },
    },
  ]);
  expect((await listBulkReviews(hoursLater(24 * 365))).map(({ isUndoable }) => isUndoable)).toEqual(
    [false, false],
  );
  await undoBulkReview(id, colleague);
  expect((await listBulkReviews(new Date()))[1]).toMatchObject({
    isUndoable: false,
    undoneBy: { email: "colleague@example.org" },
  });
});

test("blocks are shown newest first, with who set them", async () => {
  await block({ kind: "network", value: "192.0.2.0/24" }, reviewer);
  await block({ kind: "mail_domain", value: "spam.example" }, colleague);
  const blockedAt = expect.any(Date) as Date;
  expect(await listBlocks()).toEqual([
    {
      ...{ kind: "mail_domain", value: "spam.example", blockedAt },
      staff: { name: null, email: "colleague@example.org" },
    },
    {
      ...{ kind: "network", value: "192.0.2.0/24", blockedAt },
      staff: { name: null, email: "reviewer@example.org" },
    },
  ]);
});

test("a city's way knows since when it is asked, whether it applied, and when it was listed", async () => {
  const { createdAt } = await prisma.signatory.findUniqueOrThrow({ where: { cityId: amsterdam } });
  await endorseAndConfirm({ cityId: amsterdam });
  expect((await findCityWithProgress(amsterdam))?.facts).toMatchObject({
    endorsedSince: null,
    signatory: { listedAt: createdAt, hasApplied: false },
  });
  const token = await endorseAndConfirm();
  expect((await findCityWithProgress(ghent))?.facts).toMatchObject({
    endorsedSince: expect.any(Date) as Date,
    signatory: null,
  });
  await contact(0);
  await endEndorsement(token, "withdrawn");
  expect((await findEndorsedCity("ghent"))?.facts).toMatchObject({
    endorsedSince: null,
    steps: [{ kind: "contacted" }],
  });
});
