import { beforeEach, expect, test } from "vitest";
import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import {
  findLongestWaiting,
  findNeighbours,
  listQueue,
} from "@/lib/applications/review/queue-queries";
import { declineApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import { handInConfirmed, hireReviewer, openReview } from "@/tests/support/review";

const awaitingReview = parseQueueParams({});

let ghent: string;
let antwerp: string;
let tokyo: string;

async function handInOn(day: string, cityId: number, key: string): Promise<string> {
  const id = await handInConfirmed({
    submissionKey: `00000000-0000-4000-8000-00000000000${key}`,
    cityId,
  });
  await prisma.application.update({
    where: { id },
    data: { submittedAt: new Date(day), handedInAt: new Date(day) },
  });
  return id;
}

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  ghent = await handInOn("2026-11-02", placeIds.ghent, "1");
  antwerp = await handInOn("2026-11-03", placeIds.antwerp, "2");
  tokyo = await handInOn("2026-11-04", placeIds.tokyo, "3");
});

const neighboursOf = async (id: string, filter = awaitingReview) => {
  const { previous, next } = await findNeighbours(
    await prisma.application.findUniqueOrThrow({ where: { id } }),
    filter,
  );
  return [previous?.id, next?.id];
};

const decline = async (id: string) =>
  declineApplication(await openReview(id, await hireReviewer()), {
    reason: "no_mandate",
    message: "There is no resolution.",
  });

const queue = async () => (await listQueue(awaitingReview)).map(({ id }) => id);

test("one goes through the queue from the longest wait on", async () => {
  expect(await queue()).toEqual([ghent, antwerp, tokyo]);
  expect(await neighboursOf(ghent)).toEqual([undefined, antwerp]);
  expect(await neighboursOf(antwerp)).toEqual([ghent, tokyo]);
  expect(await neighboursOf(tokyo)).toEqual([antwerp, undefined]);
});

test("of two that came at the same moment none is passed over", async () => {
  await prisma.application.updateMany({
    where: { id: { in: [antwerp, tokyo] } },
    data: { submittedAt: new Date("2026-11-03") },
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
  expect(await listQueue(parseQueueParams({ state: "declined" }))).toMatchObject([
    { id: antwerp, decidedBy: "reviewer@example.org" },
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
