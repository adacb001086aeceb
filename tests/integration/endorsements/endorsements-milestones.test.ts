import { beforeEach, expect, test } from "vitest";
import { announceSignatures, sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import {
  continueBulkReview,
  runBulkReview,
  undoBulkReview,
} from "@/lib/endorsements/review/bulk-review";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import { addSignatory } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail } from "@/tests/support/endorse";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";
import { hireReviewer } from "@/tests/support/applications/review";

const { ghent } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

const resident = (number: number) => ({
  email: `resident@street-${number}.example`,
  wantsNews: number % 2 === 0,
});

async function residentsAsk(first: number, last: number): Promise<string> {
  let token = "";
  for (let number = first; number <= last; number++)
    token = await endorseAndConfirm(resident(number));
  return token;
}

async function tell(now = new Date()): Promise<void> {
  await recordMilestones(now);
  await announceSignatures(now);
  await sendBulletins(now);
}

const news = () =>
  prisma.mail.findMany({
    where: { kind: { in: ["endorsement_milestone", "endorsement_signed"] } },
    select: { kind: true, recipient: true, subject: true, unsubscribeUrl: true },
    orderBy: { recipient: "asc" },
  });

test("two residents cross ten at the same moment, and two processes notice: one milestone, and one mail to each who wished to hear", async () => {
  await residentsAsk(1, 9);
  for (const number of [10, 12]) await endorse(resident(number));
  const tokens = await Promise.all(
    [10, 12].map(async (number) => (await readMail(resident(number).email)).token),
  );
  await Promise.all(tokens.map((token) => confirmByLink(token)));
  await Promise.all([tell(), tell(), tell()]);
  await tell();

  expect(await prisma.milestone.findMany({ select: { cityId: true, count: true } })).toEqual([
    { cityId: ghent, count: 10 },
  ]);
  expect(await prisma.event.count({ where: { kind: "milestone_reached" } })).toBe(1);
  const mails = await news();
  expect(mails.map(({ recipient }) => recipient)).toEqual(
    [10, 12, 2, 4, 6, 8].map((number) => resident(number).email),
  );
  for (const { unsubscribeUrl } of mails) expect(unsubscribeUrl).toMatch(/\/unsubscribe$/);
});

test("who falls below a mark and rises again is told of once", async () => {
  const token = await residentsAsk(1, 10);
  await tell();
  await endEndorsement(token, "withdrawn");
  await tell();
  await residentsAsk(10, 10);
  await tell();
  expect(await prisma.milestone.count()).toBe(1);
  // The five that wished to hear, less the one whose mail went with the withdrawal.
  expect(await news()).toHaveLength(4);
});

test("of several marks crossed at once, the highest is told", async () => {
  await endorseAndConfirm(resident(2));
  await prisma.endorsementTally.updateMany({ where: { cityId: ghent }, data: { added: 120 } });
  await tell();
  expect(
    (await prisma.milestone.findMany({ orderBy: { count: "asc" } })).map(({ count }) => count),
  ).toEqual([10, 50, 100]);
  expect((await news()).map(({ subject }) => subject)).toEqual(["100 residents ask Ghent to join"]);
});

test("residents hear once that their city has signed, and nobody who did not wish to", async () => {
  await residentsAsk(1, 3);
  await prisma.$transaction((tx) =>
    addSignatory(tx, {
      cityId: ghent,
      name: "Ghent",
      signedOn: new Date("2026-11-20"),
      applicationId: null,
      declarationVersion: "2018",
    }),
  );
  await Promise.all([tell(), tell()]);
  await tell();
  expect((await news()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
    [resident(2).email, "Ghent has signed"],
  ]);
});

const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** Residents whose endorsements staff held, and have released now. Gives the review. */
async function releaseEndorsementsOf(residents: number, reviewer: string): Promise<string> {
  for (let number = 1; number <= residents; number++) {
    await endorseAndConfirm({ ...resident(number), wantsNews: true }, { suspicions: ["too_fast"] });
  }
  return successOf(
    await runBulkReview({
      action: "release",
      filter: { state: "held" },
      until: new Date(),
      staffId: reviewer,
    }),
  ).id;
}

test("27 are released and that is undone: no milestone and no mail, ever", async () => {
  const reviewer = await hireReviewer();
  const id = await releaseEndorsementsOf(27, reviewer);
  await tell();
  await tell(hoursLater(23));
  expect(await undoBulkReview(id, reviewer, hoursLater(23))).toEqual({
    ok: true,
    count: 27,
    left: 0,
  });
  for (const hours of [23, 25, 48]) await tell(hoursLater(hours));
  expect([
    await prisma.milestone.count(),
    await prisma.bulletin.count(),
    (await news()).length,
  ]).toEqual([0, 0, 0]);
});

test("while an undoing is under way, what is not brought back yet sets no milestone either", async () => {
  const reviewer = await hireReviewer();
  const id = await releaseEndorsementsOf(12, reviewer);
  await prisma.bulkReview.update({
    where: { id },
    data: { undoneAt: new Date(), undoneById: reviewer, finishedAt: null, remaining: 12 },
  });
  await tell(hoursLater(30));
  expect(await prisma.milestone.count()).toBe(0);
  await continueBulkReview(id, reviewer, hoursLater(30));
  await tell(hoursLater(31));
  expect([
    await prisma.milestone.count(),
    await prisma.endorsement.count({ where: { state: "held" } }),
  ]).toEqual([0, 12]);
});

test("27 are released, and once that can be undone no more the milestone is set and told, once", async () => {
  await releaseEndorsementsOf(27, await hireReviewer());
  await tell(hoursLater(23));
  expect(await prisma.milestone.count()).toBe(0);
  await Promise.all([tell(hoursLater(25)), tell(hoursLater(25))]);
  await tell(hoursLater(26));
  expect(await prisma.milestone.findMany({ select: { cityId: true, count: true } })).toEqual([
    { cityId: ghent, count: 10 },
  ]);
  expect(await news()).toHaveLength(27);
});

test("those who came by themselves set a milestone beside a release that can be undone still", async () => {
  const reviewer = await hireReviewer();
  const id = await releaseEndorsementsOf(27, reviewer);
  await residentsAsk(31, 40);
  await tell();
  expect((await prisma.milestone.findMany()).map(({ count }) => count)).toEqual([10]);
  await undoBulkReview(id, reviewer);
  await tell(hoursLater(25));
  expect((await prisma.milestone.findMany()).map(({ count }) => count)).toEqual([10]);
});

test("a city that left and signed again is told of again, one that was only reopened is not", async () => {
  await residentsAsk(1, 2);
  const sign = () =>
    prisma.$transaction((tx) =>
      addSignatory(tx, {
        cityId: ghent,
        name: "Ghent",
        signedOn: new Date("2026-11-20"),
        applicationId: null,
        declarationVersion: "1.0",
      }),
    );
  await sign();
  await tell();
  await prisma.signatory.delete({ where: { cityId: ghent } });
  await sign();
  await tell();
  expect(await news()).toHaveLength(1);

  await prisma.cityStep.create({
    data: { cityId: ghent, kind: "left", staffId: await hireReviewer(), recordedAt: hoursLater(1) },
  });
  await prisma.signatory.delete({ where: { cityId: ghent } });
  await sign();
  await tell(hoursLater(2));
  expect(await news()).toHaveLength(2);
});
