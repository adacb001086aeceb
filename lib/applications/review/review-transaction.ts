import {
  oneOpenForCity,
  undecidedStates,
  type Mandate,
  type ReviewRefusal,
  type ReviewResult,
} from "@/lib/applications/review/decisions";
import { isUniqueViolation, transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { refreshSiteVersion } from "@/lib/site-version";
import { Prisma } from "@/prisma/generated/client";
import type { ApplicationState, EventKind } from "@/prisma/generated/enums";

export type Review = { applicationId: string; version: number; staffId: string };

export async function transactReview<Value = unknown>(
  work: (tx: Transaction) => Promise<ReviewResult<Value>>,
): Promise<ReviewResult<Value>> {
  try {
    const result = await transact(work);
    if (result.ok) await refreshSiteVersion();
    return result;
  } catch (error) {
    if (isUniqueViolation(error, oneOpenForCity)) return { ok: false, reason: "anotherOpen" };
    throw error;
  }
}

/** Compares the version: of two reviewers at once, the database lets one through. */
export async function transition(
  tx: Transaction,
  { applicationId: id, version }: Review,
  from: readonly ApplicationState[],
  to: Prisma.ApplicationUncheckedUpdateManyInput,
): Promise<ReviewResult<{ application: ReviewedApplication }>> {
  const { count } = await tx.application.updateMany({
    where: { id, version, state: { in: [...from] } },
    data: { ...to, version: { increment: 1 } },
  });
  if (count === 0) return whyNot(tx, id);
  const application = await tx.application.findUniqueOrThrow({ where: { id }, select: reviewed });
  return { ok: true, application };
}

const reviewed = {
  id: true,
  reference: true,
  locale: true,
  cityId: true,
  declarationVersion: true,
  mandateUrl: true,
  mandateFiles: { select: { id: true } },
  contactName: true,
  contactRole: true,
  contactEmail: true,
  consentVersion: true,
  city: { select: { name: true, slug: true, signatory: { select: { cityId: true } } } },
} satisfies Prisma.ApplicationSelect;

export type ReviewedApplication = Prisma.ApplicationGetPayload<{ select: typeof reviewed }>;

/** Locks the row, so that no decision is taken while evidence is being ticked. */
export async function lockForReview(
  tx: Transaction,
  { applicationId, version }: Review,
): Promise<ReviewResult<Mandate & { cityId: number }>> {
  const [row] = await tx.$queryRaw<
    { cityId: number; mandateUrl: string | null; state: ApplicationState }[]
  >`
    SELECT city_id AS "cityId", mandate_url AS "mandateUrl", state FROM application
    WHERE id = ${applicationId}::uuid AND version = ${version} FOR UPDATE`;
  if (!row || !undecidedStates.includes(row.state)) return whyNot(tx, applicationId);
  const mandateFiles = await tx.mandateFile.findMany({
    where: { applicationId },
    select: { id: true },
  });
  return { ok: true, ...row, mandateFiles };
}

async function whyNot(tx: Transaction, id: string): Promise<ReviewRefusal> {
  const application = await tx.application.findUnique({
    where: { id },
    select: {
      state: true,
      decisions: {
        where: { inForceForId: id },
        select: { kind: true, decidedAt: true, staff: { select: { name: true, email: true } } },
      },
    },
  });
  const decision = application?.decisions[0];
  if (decision)
    return {
      ok: false,
      reason: "decided",
      kind: decision.kind,
      decidedAt: decision.decidedAt,
      decidedBy: decision.staff.name ?? decision.staff.email,
    };
  return {
    ok: false,
    reason: application?.state === "withdrawn" ? "withdrawn" : "changedMeanwhile",
  };
}

/** Writes down that a member of staff has done something with an application. */
export const recordReview = (
  tx: Transaction,
  { applicationId, staffId }: Review,
  kind: EventKind,
  cityId: number,
  detail?: Prisma.InputJsonObject,
) => recordEvent(tx, { kind, actor: "staff", staffId, applicationId, cityId, detail });
