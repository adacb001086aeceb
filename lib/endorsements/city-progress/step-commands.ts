import { addSignatory, removeSignatory } from "@/lib/cities/commands";
import { prisma, transact, type Transaction } from "@/lib/db";
import { findCityWithProgress } from "@/lib/endorsements/city-progress/queries";
import { announce, wasAnnounced } from "@/lib/endorsements/city-progress/bulletins";
import { checkConfirmed, type NotConfirmed } from "@/lib/endorsements/confirmed-number";
import {
  possibleSteps,
  standingOf,
  type Standing,
} from "@/lib/endorsements/city-progress/city-standing";
import { countNewsReaders } from "@/lib/endorsements/queries";
import {
  formerSignatorySchema,
  type FormerSignatory,
} from "@/lib/endorsements/city-progress/step-schema";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { CityStepKind, SignatoryState } from "@/prisma/generated/enums";
import { after, before, hourMs, minuteMs } from "@/lib/durations";

/** Until then staff can take back a slip before residents hear of it. */
export const announcedAfterMinutes = 60;

const announcementOf = (recordedAt: Date): Date =>
  after(recordedAt, announcedAfterMinutes * minuteMs);

export const takeBackHours = 24;

type NewStep = {
  cityId: number;
  kind: CityStepKind;
  note: string | null;
  /** Why a city is suspended. Its page says it. */
  publicReason?: string | null;
  staffId: string;
  /** Steps in force when the reviewer looked. */
  seenSteps: number;
  /** For `left`: how many residents the reviewer was told get an email. */
  confirmed?: number;
};

/** `changedMeanwhile`: the city's steps are no longer those that the reviewer saw. */
type StepResult = Result<"changedMeanwhile" | "reasonMissing"> | NotConfirmed;

export async function recordStep(step: NewStep, now = new Date()): Promise<StepResult> {
  const result = await transact((tx) => record(tx, step, now));
  if (result.ok) await refreshSiteVersion();
  return result;
}

async function record(tx: Transaction, step: NewStep, now: Date): Promise<StepResult> {
  const { cityId, kind, staffId, seenSteps, confirmed, publicReason = null } = step;
  if ((kind === "suspended") !== (publicReason !== null))
    return { ok: false, reason: "reasonMissing" };
  // The second of two concurrent reviewers waits here and then sees the first one's step.
  await tx.$queryRaw`SELECT id FROM city WHERE id = ${cityId} FOR UPDATE`;
  const city = await findCityWithProgress(cityId, tx);
  if (city?.facts.steps.length !== seenSteps || !possibleSteps(city.facts).includes(kind))
    return { ok: false, reason: "changedMeanwhile" };
  if (kind === "left") {
    const checked = checkConfirmed(await countNewsReaders(cityId, tx), confirmed);
    if (!checked.ok) return checked;
  }
  const formerSignatory = kind === "left" ? await takeOffTheList(tx, cityId, staffId) : undefined;
  await storeStep(
    tx,
    { ...step, publicReason, by: { actor: "staff", staffId }, formerSignatory },
    now,
  );
  return { ok: true };
}

type StoredStep = Pick<NewStep, "cityId" | "kind" | "note"> & {
  publicReason: string | null;
  by: { actor: "staff"; staffId: string } | { actor: "system" | "contact" };
  formerSignatory?: FormerSignatory;
};

/**
 * What is checked already, or decided by nobody of the staff: an answer was overdue, or came. The
 * city's row is locked.
 */
export async function storeStep(
  tx: Transaction,
  { cityId, kind, note, publicReason, by, formerSignatory }: StoredStep,
  now: Date,
): Promise<void> {
  const staffId = by.actor === "staff" ? by.staffId : null;
  const { id } = await tx.cityStep.create({
    data: { cityId, kind, note, publicReason, staffId, recordedAt: now, formerSignatory },
    select: { id: true },
  });
  await recordEvent(tx, { kind: `city_${kind}`, ...by, cityId });
  await storeState(tx, cityId);
  // Staff may contact a city many times; residents hear of the first only.
  const isNews = kind !== "contacted" || !(await wasAnnounced(tx, cityId, kind));
  if (isNews) await announce(tx, { cityId, kind, about: id, dueAt: announcementOf(now) });
  // Taking a city off the list has raised it already.
  if (!formerSignatory) await raiseSiteVersion(tx);
}

const stateOf: Partial<Record<Standing, SignatoryState>> = {
  signatory: "active",
  on_hold: "on_hold",
  suspended: "suspended",
};

/** Lists and counts read the state of a membership: what its steps and links in force come to. */
export async function storeState(tx: Transaction, cityId: number): Promise<void> {
  const city = await findCityWithProgress(cityId, tx);
  const standing = city && stateOf[standingOf(city.facts)];
  if (!standing) return;
  const leadsOn = (await tx.cityLink.count({ where: { inForceForId: cityId } })) > 0;
  await tx.signatory.update({
    where: { cityId },
    data: { state: leadsOn ? "merged" : standing },
  });
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

/** Puts a city that had left back on the list. `tooLate`: or taken back already. */
export async function takeStepBack(
  stepId: string,
  staffId: string,
  now = new Date(),
): Promise<Result<"tooLate">> {
  const result = await prisma.$transaction<Result<"tooLate">>(async (tx) => {
    const isRecent = { gt: before(now, takeBackHours * hourMs) };
    const { count } = await tx.cityStep.updateMany({
      where: { id: stepId, takenBackAt: null, recordedAt: isRecent },
      data: { takenBackAt: now, takenBackById: staffId },
    });
    if (count === 0) return { ok: false, reason: "tooLate" };
    const { cityId, kind, formerSignatory, city } = await tx.cityStep.findUniqueOrThrow({
      where: { id: stepId },
      select: {
        cityId: true,
        kind: true,
        formerSignatory: true,
        city: { select: { name: true, signatory: { select: { cityId: true } } } },
      },
    });
    // Putting a city on the list raises the site's version already.
    if (formerSignatory && !city.signatory)
      await putBackOnTheList(
        tx,
        { cityId, name: city.name, staffId },
        formerSignatorySchema.parse(formerSignatory),
      );
    else await raiseSiteVersion(tx);
    await storeState(tx, cityId);
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
    return { ok: true };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}

/** Residents hear of the earliest contact that still stands instead. */
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

/** Keeps the old dates, so that residents are not told again that it has signed. */
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
