import { addSignatory, removeSignatory } from "@/lib/cities/commands";
import { prisma, type Transaction } from "@/lib/db";
import { findCityWithProgress } from "@/lib/endorsements/city-progress/asked-queries";
import { announce, wasAnnounced } from "@/lib/endorsements/city-progress/bulletins";
import { requireConfirmation } from "@/lib/endorsements/confirmed-number";
import { possibleSteps } from "@/lib/endorsements/city-progress/city-standing";
import { countNewsReaders } from "@/lib/endorsements/queries";
import {
  formerSignatorySchema,
  type FormerSignatory,
} from "@/lib/endorsements/city-progress/step-schema";
import { recordEvent } from "@/lib/events";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { CityStepKind } from "@/prisma/generated/enums";
import { after, before, hourMs, minuteMs } from "@/lib/durations";

/**
 * Residents hear of a step so much later: until then a slip can be taken back before anybody was
 * told.
 */
const announcedAfterMinutes = 60;

const announcementOf = (recordedAt: Date): Date =>
  after(recordedAt, announcedAfterMinutes * minuteMs);

/** A step can be taken back for a day. */
export const takeBackHours = 24;

type NewStep = {
  cityId: number;
  kind: CityStepKind;
  note: string | null;
  staffId: string;
  /** How many steps were in force when the reviewer looked. */
  seenSteps: number;
  /** Of a city that has left: how many residents its author was told get an email. */
  confirmed?: number;
};

/**
 * Writes down a step on a city's way; a city that leaves goes off the public list with it.
 * @returns false where the city's way has changed since the reviewer looked, and nothing was done
 * @throws NotConfirmed with how many residents get an email, where a city is to leave unconfirmed
 */
export async function recordStep(step: NewStep, now = new Date()): Promise<boolean> {
  const isDone = await prisma.$transaction((tx) => record(tx, step, now));
  if (isDone) await refreshSiteVersion();
  return isDone;
}

async function record(tx: Transaction, step: NewStep, now: Date): Promise<boolean> {
  const { cityId, kind, note, staffId, seenSteps, confirmed } = step;
  // Of two reviewers at once, the second waits here and then sees what the first has done.
  await tx.$queryRaw`SELECT id FROM city WHERE id = ${cityId} FOR UPDATE`;
  const city = await findCityWithProgress(cityId, tx);
  if (city?.facts.steps.length !== seenSteps || !possibleSteps(city.facts).includes(kind))
    return false;
  if (kind === "left") requireConfirmation(await countNewsReaders(cityId, tx), confirmed);
  const formerSignatory = kind === "left" ? await takeOffTheList(tx, cityId, staffId) : undefined;
  const { id } = await tx.cityStep.create({
    data: { cityId, kind, note, staffId, recordedAt: now, formerSignatory },
    select: { id: true },
  });
  await recordEvent(tx, { kind: `city_${kind}`, actor: "staff", staffId, cityId });
  // Staff may speak with a city many times. Residents hear of the first.
  const isNews = kind !== "contacted" || !(await wasAnnounced(tx, cityId, kind));
  if (isNews) await announce(tx, { cityId, kind, about: id, dueAt: announcementOf(now) });
  // A city that goes off the list has raised it.
  if (!formerSignatory) await raiseSiteVersion(tx);
  return true;
}

async function takeOffTheList(
  tx: Transaction,
  cityId: number,
  staffId: string,
): Promise<FormerSignatory> {
  const { signedOn, announcedOn, createdAt, residentsToldAt, ...signatory } =
    await tx.signatory.findUniqueOrThrow({
      where: { cityId },
      select: {
        signedOn: true,
        announcedOn: true,
        isFounder: true,
        declarationVersion: true,
        applicationId: true,
        createdAt: true,
        residentsToldAt: true,
      },
    });
  await removeSignatory(tx, cityId, staffId);
  const dates = {
    signedOn: toText(signedOn),
    announcedOn: toText(announcedOn),
    residentsToldAt: toText(residentsToldAt),
  };
  return { ...signatory, ...dates, listedAt: createdAt.toISOString() };
}

const toText = (date: Date | null): string | null => date?.toISOString() ?? null;
const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));

/**
 * Takes a step back within a day, and puts a city that had left by it on the list again.
 * @returns false where it is too late, or somebody has taken it back already
 */
export async function takeStepBack(
  stepId: string,
  staffId: string,
  now = new Date(),
): Promise<boolean> {
  const isDone = await prisma.$transaction(async (tx) => {
    const isRecent = { gt: before(now, takeBackHours * hourMs) };
    const { count } = await tx.cityStep.updateMany({
      where: { id: stepId, takenBackAt: null, recordedAt: isRecent },
      data: { takenBackAt: now, takenBackById: staffId },
    });
    if (count === 0) return false;
    const { cityId, kind, formerSignatory, city } = await tx.cityStep.findUniqueOrThrow({
      where: { id: stepId },
      select: {
        cityId: true,
        kind: true,
        formerSignatory: true,
        city: { select: { name: true, signatory: { select: { cityId: true } } } },
      },
    });
    // A city that comes onto the list raises the site's version.
    if (formerSignatory && !city.signatory)
      await putBackOnTheList(
        tx,
        { cityId, name: city.name, staffId },
        formerSignatorySchema.parse(formerSignatory),
      );
    else await raiseSiteVersion(tx);
    const { count: untold } = await tx.bulletin.deleteMany({
      where: { cityId, about: stepId, lastReaderId: null, finishedAt: null },
    });
    if (untold > 0 && kind === "contacted") await announceEarlierContact(tx, cityId);
    await recordEvent(tx, {
      kind: "city_step_taken_back",
      actor: "staff",
      staffId,
      cityId,
      detail: { kind },
    });
    return true;
  });
  if (isDone) await refreshSiteVersion();
  return isDone;
}

/**
 * The city was contacted all the same, by another step that nobody took back: residents hear of
 * that one instead.
 */
async function announceEarlierContact(tx: Transaction, cityId: number): Promise<void> {
  const contact = await tx.cityStep.findFirst({
    where: { cityId, kind: "contacted", takenBackAt: null },
    orderBy: { recordedAt: "asc" },
    select: { id: true, recordedAt: true },
  });
  if (!contact || (await wasAnnounced(tx, cityId, "contacted"))) return;
  await announce(tx, {
    cityId,
    kind: "contacted",
    about: contact.id,
    dueAt: announcementOf(contact.recordedAt),
  });
}

/** It has been on the list all along then: residents are not told that it has signed anew. */
async function putBackOnTheList(
  tx: Transaction,
  city: { cityId: number; name: string; staffId: string },
  signatory: FormerSignatory,
): Promise<void> {
  const { signedOn, announcedOn, listedAt, residentsToldAt, ...former } = signatory;
  await addSignatory(tx, {
    ...city,
    ...former,
    signedOn: toDate(signedOn),
    announcedOn: toDate(announcedOn),
  });
  await tx.signatory.update({
    where: { cityId: city.cityId },
    data: { createdAt: new Date(listedAt), residentsToldAt: toDate(residentsToldAt) },
  });
}
