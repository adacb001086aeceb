import { prisma, transact, type Transaction } from "@/lib/db";
import { after, dayMs, startOfDay } from "@/lib/durations";
import { minShown } from "@/lib/endorsements/counts/shown-count";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { storeLink } from "@/lib/endorsements/mails/links";
import { mailResident } from "@/lib/endorsements/mails/mailer";
import { mayBeDrawn } from "@/lib/endorsements/spot-check/residents-sql";
import { answerDays } from "@/lib/endorsements/spot-check/spot-check-days";
import { spotCheckMail } from "@/lib/endorsements/spot-check/spot-check-mail";
import { spotCheckUrl } from "@/lib/endorsements/spot-check/spot-check-url";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import { hashToken, newToken } from "@/lib/tokens";

type Start = { cityId: number; staffId: string };

/** Draws residents by lot and writes to them. `tooFew`: the result could not be published. */
export function startSpotCheck(
  { cityId, staffId }: Start,
  now = new Date(),
): Promise<Result<"unknownCity" | "signatory" | "underWay" | "tooFew", { asked: number }>> {
  return transact(async (tx) => {
    const city = await lockCity(tx, cityId);
    if (!city) return { ok: false, reason: "unknownCity" };
    if (city.isSignatory) return { ok: false, reason: "signatory" };
    const underWay = await tx.spotCheck.count({ where: { cityId, closesAt: { gt: now } } });
    if (underWay > 0) return { ok: false, reason: "underWay" };
    const { spotCheckSize } = await readSettings(tx);
    const drawn = await draw(tx, cityId, spotCheckSize, now);
    const sampleSize = drawn.length;
    if (sampleSize < minShown) return { ok: false, reason: "tooFew" };

    // On a midnight, when every public page is rendered anew.
    const closesAt = after(startOfDay(now), (answerDays + 1) * dayMs);
    const { id } = await tx.spotCheck.create({
      data: { cityId, asked: sampleSize, startedAt: now, closesAt, staffId },
      select: { id: true },
    });
    for (const resident of drawn)
      await askResident(tx, { ...resident, cityName: city.name }, { id, closesAt });
    await tx.endorsement.updateMany({
      where: { id: { in: drawn.map((resident) => resident.id) } },
      data: { spotCheckedAt: now },
    });
    await recordEvent(tx, {
      kind: "spot_check_started",
      actor: "staff",
      staffId,
      cityId,
      detail: { asked: sampleSize },
    });
    return { ok: true, asked: sampleSize };
  });
}

/** Of two starts at once, the second waits and finds the first. */
async function lockCity(tx: Transaction, cityId: number) {
  const [city] = await tx.$queryRaw<{ name: string; isSignatory: boolean }[]>`
    SELECT name, EXISTS (SELECT FROM signatory WHERE city_id = city.id) AS "isSignatory"
    FROM city WHERE id = ${cityId} FOR NO KEY UPDATE`;
  return city;
}

type Resident = { id: string; locale: string; email: string };

const draw = (tx: Transaction, cityId: number, size: number, now: Date) =>
  tx.$queryRaw<Resident[]>`
    SELECT id, locale, email FROM endorsement WHERE ${mayBeDrawn(cityId, now)}
    ORDER BY random() LIMIT ${size}`;

async function askResident(
  tx: Transaction,
  resident: Resident & { cityName: string },
  { id: spotCheckId, closesAt }: { id: string; closesAt: Date },
): Promise<void> {
  const token = newToken();
  await tx.spotCheckQuestion.create({
    data: { tokenHash: hashToken(token), spotCheckId, endorsementId: resident.id },
  });
  await mailResident(tx, resident, "endorsement_spot_check", (mail) =>
    spotCheckMail({ ...mail, closesAt, answerUrl: spotCheckUrl(mail.locale, token) }),
  );
}

export const spotCheckAnswers = ["stillAsks", "withdraws"] as const;
export type SpotCheckAnswer = (typeof spotCheckAnswers)[number];

/**
 * Repeatable. `unknown`: never asked, or withdrawn since; `closed`: too late, nothing changes.
 * @returns the token of the page where the resident can change everything
 */
export async function answerSpotCheck(
  token: string,
  answer: SpotCheckAnswer,
  now = new Date(),
): Promise<Result<"unknown" | "closed", { manageToken: string }>> {
  const manageToken = newToken();
  const answered = await transact(async (tx): Promise<Result<"unknown" | "closed">> => {
    const question = await tx.spotCheckQuestion.findUnique({
      where: { tokenHash: hashToken(token) },
      select: { endorsementId: true, spotCheck: { select: { closesAt: true } } },
    });
    if (!question) return { ok: false, reason: "unknown" };
    if (question.spotCheck.closesAt <= now) return { ok: false, reason: "closed" };
    await storeLink(tx, question.endorsementId, { token: manageToken });
    if (answer === "stillAsks") await recordYes(tx, hashToken(token), now);
    return { ok: true };
  });
  if (!answered.ok) return answered;
  if (answer === "withdraws") await endEndorsement(manageToken, "withdrawn", now);
  return { ok: true, manageToken };
}

async function recordYes(tx: Transaction, tokenHash: string, now: Date): Promise<void> {
  const { count } = await tx.spotCheckQuestion.updateMany({
    where: { tokenHash, confirmedAt: null },
    data: { confirmedAt: now },
  });
  if (count === 0) return;
  const { spotCheck } = await tx.spotCheckQuestion.findUniqueOrThrow({
    where: { tokenHash },
    select: { spotCheck: { select: { id: true, cityId: true } } },
  });
  await tx.spotCheck.update({
    where: { id: spotCheck.id },
    data: { confirmed: { increment: 1 } },
  });
  await recordEvent(tx, {
    kind: "spot_check_confirmed",
    actor: "resident",
    cityId: spotCheck.cityId,
  });
}

/** Who was asked is needed only while answers count. */
export async function deleteClosedQuestions(now: Date): Promise<number> {
  const { count } = await prisma.spotCheckQuestion.deleteMany({
    where: { spotCheck: { closesAt: { lte: now } } },
  });
  return count;
}
