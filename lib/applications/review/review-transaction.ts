import {
  oneOpenForCity,
  openStates,
  type ReviewRefusal,
} from "@/lib/applications/review/decisions";
import { isUniqueViolation, prisma, type Transaction } from "@/lib/db";
import { refreshSiteVersion } from "@/lib/site-version";
import { Prisma } from "@/prisma/generated/client";
import type { ApplicationState } from "@/prisma/generated/enums";

export type Review = { applicationId: string; version: number; staffId: string };

/** Null when the command succeeded. */
export type Outcome = Promise<ReviewRefusal | null>;

/** Thrown inside a transaction to roll it back. */
export class ReviewRefused extends Error {
  constructor(readonly refusal: ReviewRefusal) {
    super(refusal.because);
  }
}

export async function transact(work: (tx: Transaction) => Promise<void>): Outcome {
  try {
    await prisma.$transaction(work);
    await refreshSiteVersion();
    return null;
  } catch (error) {
    if (error instanceof ReviewRefused) return error.refusal;
    if (isUniqueViolation(error, oneOpenForCity)) return { because: "another_open" };
    throw error;
  }
}

/** Compares the version: of two reviewers at once, the database lets one through. */
export async function transition(
  tx: Transaction,
  { applicationId: id, version }: Review,
  from: readonly ApplicationState[],
  to: Prisma.ApplicationUncheckedUpdateManyInput,
) {
  const { count } = await tx.application.updateMany({
    where: { id, version, state: { in: [...from] } },
    data: { ...to, version: { increment: 1 } },
  });
  if (count === 0) throw new ReviewRefused(await whyNot(tx, id));
  return tx.application.findUniqueOrThrow({ where: { id }, select: reviewed });
}

const reviewed = {
  id: true,
  reference: true,
  locale: true,
  cityId: true,
  declarationVersion: true,
  mandateUrl: true,
  contactName: true,
  contactEmail: true,
  city: { select: { name: true, slug: true, signatory: { select: { cityId: true } } } },
} satisfies Prisma.ApplicationSelect;

/** Locks the row, so that no decision is taken while evidence is being ticked. */
export async function lockForReview(
  tx: Transaction,
  { applicationId, version }: Review,
): Promise<{ cityId: number; mandateUrl: string | null }> {
  const [row] = await tx.$queryRaw<
    { cityId: number; mandateUrl: string | null; state: ApplicationState }[]
  >`
    SELECT city_id AS "cityId", mandate_url AS "mandateUrl", state FROM application WHERE id = ${applicationId}::uuid AND version = ${version} FOR UPDATE`;
  if (!row || !openStates.includes(row.state))
    throw new ReviewRefused(await whyNot(tx, applicationId));
  return row;
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
      because: "decided",
      kind: decision.kind,
      decidedAt: decision.decidedAt,
      decidedBy: decision.staff.name ?? decision.staff.email,
    };
  return { because: application?.state === "withdrawn" ? "withdrawn" : "changed" };
}
