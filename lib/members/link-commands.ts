import { isUniqueViolation, transact } from "@/lib/db";
import { storeState } from "@/lib/endorsements/city-progress/step-commands";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { CityLinkKind } from "@/prisma/generated/enums";

type NewLink = { cityId: number; intoCityId: number; kind: CityLinkKind; staffId: string };

/** `noMember`: the other city has no page as a member. `leadsOn`: it leads to another itself. */
export type LinkRefusal = "changedMeanwhile" | "sameCity" | "noMember" | "leadsOn";

/** The page of the city leads to that of the other, which counts alone. Nothing of it is lost. */
export async function linkCity(link: NewLink): Promise<Result<LinkRefusal>> {
  const { cityId, intoCityId, kind, staffId } = link;
  if (cityId === intoCityId) return { ok: false, reason: "sameCity" };
  try {
    const result = await transact(async (tx): Promise<Result<LinkRefusal>> => {
      // In the order of their numbers, so that two who link at once do not wait for each other.
      await tx.$queryRaw`SELECT id FROM city WHERE id IN (${cityId}, ${intoCityId}) ORDER BY id FOR UPDATE`;
      const into = await tx.signatory.findUnique({
        where: { cityId: intoCityId },
        select: { state: true },
      });
      if (!into) return { ok: false, reason: "noMember" };
      if (into.state === "merged") return { ok: false, reason: "leadsOn" };
      if ((await tx.signatory.count({ where: { cityId } })) === 0)
        return { ok: false, reason: "changedMeanwhile" };
      await tx.cityLink.create({ data: { cityId, intoCityId, kind, inForceForId: cityId } });
      await storeState(tx, cityId);
      await raiseSiteVersion(tx);
      await recordEvent(tx, {
        kind: "member_linked",
        actor: "staff",
        ...{ staffId, cityId },
        detail: { kind, into: intoCityId },
      });
      return { ok: true };
    });
    if (result.ok) await refreshSiteVersion();
    return result;
  } catch (error) {
    if (isUniqueViolation(error, "city_link_in_force_for_id_key"))
      return { ok: false, reason: "changedMeanwhile" };
    throw error;
  }
}

/** The city has its own page again, and its membership is what its steps say. */
export async function undoLink(
  linkId: string,
  staffId: string,
): Promise<Result<"changedMeanwhile">> {
  const result = await transact(async (tx): Promise<Result<"changedMeanwhile">> => {
    const { count } = await tx.cityLink.updateMany({
      where: { id: linkId, undoneAt: null },
      data: { undoneAt: new Date(), inForceForId: null },
    });
    if (count === 0) return { ok: false, reason: "changedMeanwhile" };
    const { cityId, kind } = await tx.cityLink.findUniqueOrThrow({
      where: { id: linkId },
      select: { cityId: true, kind: true },
    });
    await storeState(tx, cityId);
    await raiseSiteVersion(tx);
    await recordEvent(tx, {
      kind: "member_link_undone",
      actor: "staff",
      ...{ staffId, cityId },
      detail: { kind },
    });
    return { ok: true };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}
