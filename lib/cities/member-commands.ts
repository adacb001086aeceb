import {
  fingerprintOf,
  formatFacts,
  type MemberFacts,
  type WrittenFacts,
} from "@/lib/cities/member-schema";
import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

type MemberCorrection = {
  cityId: number;
  facts: MemberFacts;
  /** The result of fingerprintOf() when the form was opened. */
  seen: string;
  staffId: string;
};

/** `changedMeanwhile`: the entry was changed or removed after the form was opened. */
type MemberCorrectionResult = Result<"changedMeanwhile", { outcome: "corrected" | "unchanged" }>;

export async function correctMember(correction: MemberCorrection): Promise<MemberCorrectionResult> {
  const result = await prisma.$transaction((tx) => correct(tx, correction));
  if (result.ok && result.outcome === "corrected") await refreshSiteVersion();
  return result;
}

async function correct(
  tx: Transaction,
  { cityId, facts, seen, staffId }: MemberCorrection,
): Promise<MemberCorrectionResult> {
  // Serialises concurrent corrections: the second sees what the first has changed.
  await tx.$queryRaw`SELECT city_id FROM signatory WHERE city_id = ${cityId} FOR UPDATE`;
  const signatory = await tx.signatory.findUnique({
    where: { cityId },
    select: {
      signedOn: true,
      announcedOn: true,
      isFounder: true,
      applicationId: true,
      city: { select: { name: true } },
    },
  });
  if (!signatory) return { ok: false, reason: "changedMeanwhile" };
  const before = { ...signatory, name: signatory.city.name };
  if (fingerprintOf(before) !== seen) return { ok: false, reason: "changedMeanwhile" };
  if (fingerprintOf(facts) === seen) return { ok: true, outcome: "unchanged" };

  const { name, signedOn, announcedOn, isFounder } = facts;
  await tx.signatory.update({
    where: { cityId },
    data: { signedOn, announcedOn, isFounder, city: { update: { name } } },
  });
  await raiseSiteVersion(tx);
  const applicationId = signatory.applicationId ?? undefined;
  await recordEvent(tx, {
    kind: "signatory_corrected",
    actor: "staff",
    staffId,
    cityId,
    applicationId,
    detail: changesOf(before, facts),
  });
  return { ok: true, outcome: "corrected" };
}

function changesOf(
  before: MemberFacts,
  after: MemberFacts,
): { before: Partial<WrittenFacts>; after: Partial<WrittenFacts> } {
  const [then, now] = [formatFacts(before), formatFacts(after)];
  const changed = (Object.keys(now) as (keyof WrittenFacts)[]).filter(
    (field) => then[field] !== now[field],
  );
  const only = (facts: WrittenFacts) =>
    Object.fromEntries(changed.map((field) => [field, facts[field]]));
  return { before: only(then), after: only(now) };
}
