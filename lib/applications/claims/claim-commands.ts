import type { ClaimRefusal } from "@/lib/applications/claims/claims";
import { heldClaims } from "@/lib/applications/claims/claim-sql";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Refusal, Result } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import type { ApplicationState, EventKind } from "@/prisma/generated/enums";

type Moment = { now: Date; settings: ReviewSettings };

type Reviewer = {
  staffId: string;
  /** Of the applications that are wanted; none: of all. */
  languages: readonly string[];
};

/** Claims the oldest that nobody has. Of several reviewers at once, each gets another one. */
export async function claimNext(
  reviewer: Reviewer,
  moment: Moment,
): Promise<Result<"nothingWaits", { applicationId: string }>> {
  for (;;) {
    const next = await transact((tx) => claimOldest(tx, reviewer, moment));
    if (next.ok || next.reason === "nothingWaits") return next;
  }
}

async function claimOldest(
  tx: Transaction,
  { staffId, languages }: Reviewer,
  moment: Moment,
): Promise<
  { ok: true; applicationId: string } | Refusal<"nothingWaits"> | Refusal<"claimedMeanwhile">
> {
  const isWanted = languages.length
    ? Prisma.sql`locale IN (${Prisma.join([...languages])})`
    : Prisma.sql`true`;
  const [oldest] = await tx.$queryRaw<{ id: string; cityId: number }[]>`
    SELECT id, city_id AS "cityId" FROM application
    WHERE state = 'submitted' AND ${isWanted}
      AND id NOT IN (SELECT application_id FROM ${heldClaims(moment.now, moment.settings)} held)
    ORDER BY confirmed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!oldest) return { ok: false, reason: "nothingWaits" };
  // The lock may be free because somebody has just claimed it: the query above cannot see that.
  if (await findHolder(tx, oldest.id, moment)) return { ok: false, reason: "claimedMeanwhile" };
  await store(tx, { applicationId: oldest.id, staffId }, oldest.cityId, null, moment.now);
  return { ok: true, applicationId: oldest.id };
}

type Claim = {
  applicationId: string;
  staffId: string;
  /** The id of whoever had it on the reviewer's screen; null where nobody had. */
  seenHolderId: string | null;
};

/** Also takes it over from a colleague, if that is who the reviewer saw. */
export function claimApplication(
  { applicationId, staffId, seenHolderId }: Claim,
  moment: Moment,
): Promise<Result<never> | ClaimRefusal> {
  return transact(async (tx) => {
    const application = await lock(tx, applicationId);
    if (application?.state !== "submitted") return { ok: false, reason: "notWaiting" };
    const holder = await findHolder(tx, applicationId, moment);
    if (holder?.staffId === staffId) return { ok: true };
    if ((holder?.staffId ?? null) !== seenHolderId)
      return { ok: false, reason: "claimedMeanwhile", holder: holder?.holder ?? null };
    await store(tx, { applicationId, staffId }, application.cityId, seenHolderId, moment.now);
    return { ok: true };
  });
}

/** Idempotent; nobody gives back what a colleague has. */
export async function releaseClaim(applicationId: string, staffId: string): Promise<void> {
  await transact(async (tx): Promise<Result<never>> => {
    const application = await lock(tx, applicationId);
    const { count } = await tx.claim.deleteMany({ where: { applicationId, staffId } });
    if (application && count)
      await record(tx, "application_claim_released", {
        ...{ applicationId, staffId },
        cityId: application.cityId,
      });
    return { ok: true };
  });
}

/** All claims of an application are made and given back one after another. */
async function lock(
  tx: Transaction,
  id: string,
): Promise<{ cityId: number; state: ApplicationState } | undefined> {
  const [application] = await tx.$queryRaw<{ cityId: number; state: ApplicationState }[]>`
    SELECT city_id AS "cityId", state FROM application WHERE id = ${id}::uuid FOR UPDATE`;
  return application;
}

async function findHolder(
  tx: Transaction,
  applicationId: string,
  { now, settings }: Moment,
): Promise<{ staffId: string; holder: string } | undefined> {
  const [held] = await tx.$queryRaw<{ staffId: string; holder: string }[]>`
    SELECT staff_id AS "staffId", holder FROM ${heldClaims(now, settings)} held
    WHERE application_id = ${applicationId}::uuid`;
  return held;
}

async function store(
  tx: Transaction,
  { applicationId, staffId }: { applicationId: string; staffId: string },
  cityId: number,
  takenFrom: string | null,
  claimedAt: Date,
): Promise<void> {
  await tx.claim.upsert({
    where: { applicationId },
    create: { applicationId, staffId, claimedAt },
    update: { staffId, claimedAt },
  });
  const detail = takenFrom ? { takenFrom } : undefined;
  await record(tx, "application_claimed", { applicationId, staffId, cityId, detail });
}

const record = (
  tx: Transaction,
  kind: EventKind,
  event: {
    applicationId: string;
    staffId: string;
    cityId: number;
    detail?: Prisma.InputJsonObject;
  },
) => recordEvent(tx, { kind, actor: "staff", ...event });
