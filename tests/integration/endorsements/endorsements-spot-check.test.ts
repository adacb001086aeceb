import { beforeEach, expect, test } from "vitest";
import { loadDossier } from "@/app/data/dossiers/[language]/[slug]/load-dossier";
import { after, before, dayMs, startOfDay } from "@/lib/durations";
import { ensureCity } from "@/lib/cities/commands";
import { prisma } from "@/lib/db";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { findEndorsementByToken } from "@/lib/endorsements/resident-queries";
import {
  answerSpotCheck,
  deleteClosedQuestions,
  startSpotCheck,
} from "@/lib/endorsements/spot-check/commands";
import { countDrawable, listSpotChecks } from "@/lib/endorsements/spot-check/queries";
import { storeConfirmedEndorsements } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import { resetWithReviewer } from "@/tests/support/applications/review";

const { ghent } = placeIds;

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer("ada@example.org");
});

/** So many residents of Ghent endorse, and all of them agreed to emails. */
async function residentsAsk(number: number): Promise<void> {
  await storeConfirmedEndorsements(number);
  await prisma.endorsement.updateMany({ data: { wantsNews: true } });
}

const start = (now = new Date()) => startSpotCheck({ cityId: ghent, staffId }, now);

const mailsSent = () =>
  prisma.mail.findMany({
    where: { kind: "endorsement_spot_check" },
    select: { recipient: true, text: true, unsubscribeUrl: true, endorsementId: true },
    orderBy: { id: "asc" },
  });

const tokensIn = (text: string | null) => ({
  answer: /\/endorsements\/still-asking\/([\w-]+)/.exec(text ?? "")?.[1] ?? "",
  manage: /\/endorsements\/([\w-]{43})\b/.exec(text ?? "")?.[1] ?? "",
});

const newestCheck = async (now = new Date()) => (await listSpotChecks(ghent, now))[0];

test("twenty of those who agreed to emails, drawn by lot, get one email each", async () => {
  await residentsAsk(40);
  const left = { recipient: expect.stringMatching(/^resident([0-9]|1[0-9]|2[0-9])@/) as string };
  await prisma.$executeRaw`UPDATE endorsement SET wants_news = false WHERE email ~ '^resident3[0-4]@'`;
  await prisma.$executeRaw`UPDATE endorsement SET has_stopped_mails = true WHERE email ~ '^resident3[56]@'`;
  await prisma.$executeRaw`UPDATE endorsement SET state = 'held' WHERE email ~ '^resident3[78]@'`;
  await prisma.$executeRaw`UPDATE endorsement SET kind = 'thanks' WHERE email ~ '^resident39@'`;
  expect(await start()).toEqual({ ok: true, asked: 20 });
  const mails = await mailsSent();
  expect(mails).toHaveLength(20);
  expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(20);
  for (const mail of mails) {
    expect(mail).toMatchObject(left);
    expect(mail.unsubscribeUrl).toContain(`${tokensIn(mail.text).manage}/unsubscribe`);
  }
  const stored = await prisma.spotCheckQuestion.findMany({ select: { tokenHash: true } });
  for (const mail of mails)
    expect(JSON.stringify(stored)).not.toContain(tokensIn(mail.text).answer);
  expect(await prisma.event.findFirst({ where: { kind: "spot_check_started" } })).toMatchObject({
    actor: "staff",
    staffId,
    cityId: ghent,
    detail: { asked: 20 },
  });
});

test("fewer than ten are not asked, and two colleagues at once start one check", async () => {
  await residentsAsk(9);
  expect(await start()).toEqual({ ok: false, reason: "tooFew" });
  expect(await mailsSent()).toEqual([]);
  await prisma.endorsement.deleteMany();
  await prisma.endorsementTally.deleteMany();
  await residentsAsk(30);
  const started = await Promise.all([start(), start()]);
  expect(started.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await mailsSent()).toHaveLength(20);
});

test("a city that nobody asked, and one that has signed, are not checked; ten are enough", async () => {
  expect(await start()).toEqual({ ok: false, reason: "unknownCity" });
  await residentsAsk(10);
  await prisma.signatory.create({
    data: { cityId: ghent, declarationVersion: "2018", signedOn: new Date("2026-01-01") },
  });
  expect(await start()).toEqual({ ok: false, reason: "signatory" });
  await prisma.signatory.deleteMany();
  expect(await start()).toEqual({ ok: true, asked: 10 });
});

test("a check under way keeps back the next one of its city alone, and only until it closes", async () => {
  const now = new Date();
  await residentsAsk(40);
  await prisma.$transaction((tx) => ensureCity(tx, placeIds.antwerp));
  const closesAt = after(now, dayMs);
  await prisma.spotCheck.create({
    data: { cityId: placeIds.antwerp, asked: 10, startedAt: now, closesAt, staffId },
  });
  await start(now);
  expect(await prisma.endorsement.count({ where: { spotCheckedAt: now } })).toBe(20);
  expect(await start(now)).toEqual({ ok: false, reason: "underWay" });
  expect(await start(after(now, 20 * dayMs))).toEqual({ ok: true, asked: 20 });
});

test("nobody is drawn again within half a year, not for another city either", async () => {
  await residentsAsk(12);
  await prisma.$transaction((tx) => ensureCity(tx, placeIds.antwerp));
  const now = new Date();
  await start(now);
  // The same people ask Antwerp, too.
  await prisma.$executeRaw`
    INSERT INTO endorsement (id, kind, state, place_id, locale, declaration_version, address_hash,
      active_address_hash, email, wants_news, status_key_hash, confirmed_at)
    SELECT gen_random_uuid(), kind, state, ${placeIds.antwerp}, locale, declaration_version,
      address_hash, active_address_hash, email, wants_news, 'antwerp ' || status_key_hash,
      confirmed_at
    FROM endorsement`;
  const drawable = (cityId: number, days: number) =>
    countDrawable(cityId, 100, after(now, days * dayMs));
  expect(await drawable(ghent, 182)).toBe(0);
  expect(await drawable(placeIds.antwerp, 182)).toBe(0);
  expect(await drawable(ghent, 184)).toBe(12);
});

test("who says yes still counts, who says no is withdrawn, and opening the link says nothing", async () => {
  await residentsAsk(12);
  await start();
  const [one, two, three] = (await mailsSent()).map(({ text }) => tokensIn(text));
  expect(await newestCheck()).toMatchObject({ asked: 12, answered: 0, confirmed: 0 });
  for (let press = 0; press < 2; press++) {
    const { manageToken } = successOf(await answerSpotCheck(one!.answer, "stillAsks"));
    expect(await findEndorsementByToken(manageToken)).toMatchObject({ state: "confirmed" });
  }
  expect(await newestCheck()).toMatchObject({ answered: 1, confirmed: 1 });
  expect(await answerSpotCheck(two!.answer, "withdraws")).toMatchObject({ ok: true });
  expect(await answerSpotCheck(two!.answer, "withdraws")).toEqual({
    ok: false,
    reason: "unknown",
  });
  expect(await prisma.endorsement.count()).toBe(11);
  // On the page that keeps all buttons it is the same answer.
  await endEndorsement(three!.manage, "not_me");
  expect(await newestCheck()).toMatchObject({ answered: 3, confirmed: 1 });
  // Who changes their mind is told by the newest answer.
  await answerSpotCheck(one!.answer, "withdraws");
  expect(await newestCheck()).toMatchObject({ answered: 3, confirmed: 0 });
  expect(await prisma.event.count({ where: { kind: "spot_check_confirmed" } })).toBe(1);
});

test("after the last day nothing is taken any more, the dossier has the result, and who was asked is forgotten", async () => {
  await residentsAsk(12);
  const started = before(startOfDay(new Date()), 16 * dayMs);
  await start(started);
  const [one, two] = (await mailsSent()).map(({ text }) => tokensIn(text));
  const lastMoment = after(started, 15 * dayMs - 1);
  expect(await answerSpotCheck(one!.answer, "stillAsks", lastMoment)).toMatchObject({ ok: true });
  expect(await answerSpotCheck(two!.answer, "withdraws", after(lastMoment, 1))).toEqual({
    ok: false,
    reason: "closed",
  });
  expect(await prisma.endorsement.count()).toBe(12);
  const dossier = await loadDossier({
    params: Promise.resolve({ language: "en", slug: "ghent" }),
  });
  expect(JSON.stringify(dossier)).toContain("we asked 12 of them once more");
  expect(JSON.stringify(dossier)).toContain("1 answered, and 1 still asks");

  expect(await deleteClosedQuestions(lastMoment)).toBe(0);
  expect(await deleteClosedQuestions(after(lastMoment, 1))).toBe(12);
  expect(await newestCheck()).toMatchObject({ asked: 12, answered: 1, isUnderWay: false });
});

test("while residents can still answer, the dossier says nothing of it", async () => {
  await residentsAsk(12);
  await start();
  const dossier = await loadDossier({
    params: Promise.resolve({ language: "en", slug: "ghent" }),
  });
  expect(JSON.stringify(dossier)).not.toContain("once more");
});
