import { beforeEach, expect, test } from "vitest";
import { block, readBlocked, unblock } from "@/lib/endorsements/block-commands";
import { forgetBulkReviews, runBulkReview, undoBulkReview } from "@/lib/endorsements/bulk-review";
import { sendBulletins } from "@/lib/endorsements/bulletins";
import { standingOf } from "@/lib/endorsements/city-standing";
import { findCityOfWay } from "@/lib/endorsements/asked-queries";
import { countEndorsements, countHeldEndorsements } from "@/lib/endorsements/queries";
import { listBulkReviews, listEndorsedCities, previewHeld } from "@/lib/endorsements/staff-queries";
import { recordStep, takeStepBack } from "@/lib/endorsements/step-commands";
import { isSignatory } from "@/lib/cities/queries";
import { prisma } from "@/lib/db";
import { askAndConfirm } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import { hireReviewer } from "@/tests/support/review";

const { ghent, antwerp, amsterdam } = placeIds;
const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

let reviewer: string;
let colleague: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  reviewer = await hireReviewer();
  colleague = await hireReviewer("colleague@example.org");
});

const asksOf = async (cityId: number) => (await countEndorsements(cityId)).asks;
const heldAsk = (email: string, cityId: number = ghent) => askAndConfirm({ email, cityId }, { suspicions: ["too_fast"] });

test("what fits is released, counts, and waits again when it is undone", async () => {
  await heldAsk("one@bulk.example");
  await heldAsk("two@bulk.example");
  await heldAsk("three@town.example");
  const filter = { domain: "bulk.example" };
  expect(await previewHeld(filter, new Date(), 1)).toMatchObject({ count: 2, first: [{ email: "one@bulk.example" }] });

  const { id, count } = await runBulkReview({ action: "release", filter, until: new Date(), staffId: reviewer });
  expect([count, await asksOf(ghent), await countHeldEndorsements()]).toEqual([2, 2, 1]);
  expect(await undoBulkReview(id, colleague)).toBe(2);
  expect(await undoBulkReview(id, reviewer)).toBeNull();
  expect([await asksOf(ghent), await countHeldEndorsements()]).toEqual([0, 3]);
  expect((await listBulkReviews(new Date()))[0]).toMatchObject({ count: 2, isUndoable: false, undoneBy: { email: "colleague@example.org" } });
});

test("what fits is invalidated, and comes back without address and name when it is undone", async () => {
  await heldAsk("one@bulk.example");
  const { id, count } = await runBulkReview({ action: "invalidate", filter: { city: ghent, reason: "too_fast" }, until: new Date(), staffId: reviewer });
  expect([count, await prisma.endorsement.count(), await prisma.suppression.count()]).toEqual([1, 0, 1]);
  expect(await undoBulkReview(id, reviewer)).toBe(1);
  expect(await prisma.endorsement.findMany({ select: { state: true, email: true } })).toEqual([{ state: "held", email: null }]);
});

test("nothing is decided on that came after the reviewer looked", async () => {
  const looked = new Date();
  await heldAsk("late@bulk.example");
  await prisma.endorsement.updateMany({ data: { confirmedAt: new Date(looked.getTime() + 1_000) } });
  expect((await runBulkReview({ action: "release", filter: {}, until: looked, staffId: reviewer })).count).toBe(0);
});

test("two reviewers decide on the same at once: each is decided on once", async () => {
  for (const name of ["one", "two", "three", "four"]) await heldAsk(`${name}@bulk.example`);
  const run = (action: "release" | "invalidate", staffId: string) => runBulkReview({ action, filter: {}, until: hoursLater(1), staffId });
  const [released, invalidated] = await Promise.all([run("release", reviewer), run("invalidate", colleague)]);
  expect(released.count + invalidated.count).toBe(4);
  expect([await asksOf(ghent), await prisma.suppression.count(), await countHeldEndorsements()]).toEqual([released.count, invalidated.count, 0]);
});

test("after a day nothing can be undone, and what it was about is forgotten", async () => {
  await heldAsk("one@bulk.example");
  const { id } = await runBulkReview({ action: "release", filter: {}, until: new Date(), staffId: reviewer });
  expect(await forgetBulkReviews(hoursLater(23))).toBe(0);
  expect(await undoBulkReview(id, reviewer, hoursLater(25))).toBeNull();
  expect(await forgetBulkReviews(hoursLater(25))).toBe(1);
});

test("a city is contacted: its way shows it at once, residents hear of it an hour later, and once", async () => {
  await askAndConfirm({ wantsNews: true });
  expect(await recordStep({ cityId: ghent, kind: "contacted", note: "Spoke with the digital officer.", staffId: reviewer, seenSteps: 0 })).toBe(true);
  const city = await findCityOfWay(ghent);
  expect(city && standingOf(city.facts)).toBe("contacted");
  expect(await sendBulletins(new Date())).toBe(0);
  expect([await sendBulletins(hoursLater(2)), await sendBulletins(hoursLater(2))]).toEqual([1, 0]);
  expect((await prisma.mail.findFirst({ where: { kind: "endorsement.contacted" } }))?.text).not.toContain("digital officer");
});

test("two reviewers record the same step at once: one is told that the city has changed", async () => {
  await askAndConfirm();
  const step = (staffId: string) => recordStep({ cityId: ghent, kind: "contacted", note: null, staffId, seenSteps: 0 });
  expect((await Promise.all([step(reviewer), step(colleague)])).sort()).toEqual([false, true]);
  expect(await prisma.cityStep.count()).toBe(1);
});

test("a step that is taken back within the hour was never told", async () => {
  await askAndConfirm({ wantsNews: true });
  await recordStep({ cityId: ghent, kind: "contacted", note: null, staffId: reviewer, seenSteps: 0 });
  const { id } = await prisma.cityStep.findFirstOrThrow({ select: { id: true } });
  expect([await takeStepBack(id, colleague), await takeStepBack(id, reviewer)]).toEqual([true, false]);
  expect(await sendBulletins(hoursLater(2))).toBe(0);
});

test("a city leaves the list with the step that says so, and stands there again as before when it is taken back", async () => {
  const before = await prisma.signatory.findUniqueOrThrow({ where: { cityId: amsterdam } });
  expect(await recordStep({ cityId: amsterdam, kind: "left", note: null, staffId: reviewer, seenSteps: 0 })).toBe(true);
  expect(await isSignatory(amsterdam)).toBe(false);
  const { id } = await prisma.cityStep.findFirstOrThrow({ select: { id: true } });
  await takeStepBack(id, reviewer);
  expect(await prisma.signatory.findUniqueOrThrow({ where: { cityId: amsterdam } })).toEqual(before);
});

test("a step that cannot come next is not recorded", async () => {
  await askAndConfirm();
  expect(await recordStep({ cityId: ghent, kind: "on_hold", note: null, staffId: reviewer, seenSteps: 0 })).toBe(false);
});

test.each([
  ["spam.example", { thing: "mail_domain", value: "spam.example" }],
  ["Somebody@Spam.Example", { thing: "mail_domain", value: "spam.example" }],
  ["192.0.2.7", { thing: "network", value: "192.0.2.0/24" }],
  ["192.0.2.0/24", { thing: "network", value: "192.0.2.0/24" }],
  ["2001:db8:1::/48", { thing: "network", value: "2001:db8:1::/48" }],
  ["no domain", null],
])("%s can be blocked as what it is", (typed, blocked) => {
  expect(readBlocked(typed)).toEqual(blocked);
});

test("a blocked domain holds what comes from there, until it is unblocked", async () => {
  const domain = { thing: "mail_domain", value: "bulk.example" } as const;
  expect([await block(domain, reviewer), await block(domain, colleague)]).toEqual([true, false]);
  await askAndConfirm({ email: "one@bulk.example" });
  expect(await countHeldEndorsements()).toBe(1);
  expect([await unblock(domain, reviewer), await unblock(domain, colleague)]).toEqual([true, false]);
  await askAndConfirm({ email: "two@bulk.example" });
  expect(await countHeldEndorsements()).toBe(1);
});

test("staff see the cities with held ones first, each with its numbers", async () => {
  await askAndConfirm({ email: "one@town.example", cityId: antwerp });
  await heldAsk("one@bulk.example");
  const { cities, total } = await listEndorsedCities(1, new Date());
  expect(total).toBe(2);
  expect(cities.map(({ name, asks, held, isSpokenOf }) => [name, asks, held, isSpokenOf])).toEqual([["Ghent", 0, 1, false], ["Antwerp", 1, 0, true]]);
});
