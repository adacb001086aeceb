import { beforeEach, expect, test } from "vitest";
import { announceSignatures, sendBulletins } from "@/lib/endorsements/bulletins";
import { confirmByLink } from "@/lib/endorsements/commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { recordMilestones } from "@/lib/endorsements/milestones";
import { addSignatory } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { ask, askAndConfirm, readMail } from "@/tests/support/endorse";
import { loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";

const { ghent } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

const resident = (number: number) => ({ email: `resident@street-${number}.example`, wantsNews: number % 2 === 0 });

async function residentsAsk(first: number, last: number): Promise<string> {
  let token = "";
  for (let number = first; number <= last; number++) token = await askAndConfirm(resident(number));
  return token;
}

async function tell(): Promise<void> {
  const now = new Date();
  await recordMilestones(now);
  await announceSignatures(now);
  await sendBulletins(now);
}

const news = () => prisma.mail.findMany({ where: { kind: { in: ["endorsement.milestone", "endorsement.signed"] } }, select: { kind: true, recipient: true, subject: true, unsubscribeUrl: true }, orderBy: { recipient: "asc" } });

test("two residents cross ten at the same moment, and two processes notice: one milestone, and one mail to each who wished to hear", async () => {
  await residentsAsk(1, 9);
  for (const number of [10, 12]) await ask(resident(number));
  const tokens = await Promise.all([10, 12].map(async (number) => (await readMail(resident(number).email)).token));
  await Promise.all(tokens.map((token) => confirmByLink(token)));
  await Promise.all([tell(), tell(), tell()]);
  await tell();

  expect(await prisma.milestone.findMany({ select: { cityId: true, count: true } })).toEqual([{ cityId: ghent, count: 10 }]);
  expect(await prisma.event.count({ where: { kind: "milestone.reached" } })).toBe(1);
  const mails = await news();
  expect(mails.map(({ recipient }) => recipient)).toEqual([10, 12, 2, 4, 6, 8].map((number) => resident(number).email));
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
  await askAndConfirm(resident(2));
  await prisma.endorsementTally.updateMany({ where: { cityId: ghent }, data: { added: 120 } });
  await tell();
  expect((await prisma.milestone.findMany({ orderBy: { count: "asc" } })).map(({ count }) => count)).toEqual([10, 50, 100]);
  expect((await news()).map(({ subject }) => subject)).toEqual(["100 residents ask Ghent to join"]);
});

test("residents hear once that their city has signed, and nobody who did not wish to", async () => {
  await residentsAsk(1, 3);
  await prisma.$transaction((tx) => addSignatory(tx, { cityId: ghent, name: "Ghent", signedOn: new Date("2026-11-20"), applicationId: null, declarationVersion: "2018" }));
  await Promise.all([tell(), tell()]);
  await tell();
  expect((await news()).map(({ recipient, subject }) => [recipient, subject])).toEqual([[resident(2).email, "Ghent has signed"]]);
});
