import { applyChanges, type PageChange, type Reported } from "@/lib/actions/page-changes";
import { findPageActions } from "@/lib/actions/queries";
import {
  contentOf,
  pageContentSchema,
  unedited,
  type PageContent,
} from "@/lib/cities/page-content";
import { transact, type Transaction } from "@/lib/db";
import { isoDay } from "@/lib/durations";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

/** `seen`: the version of the page when it was opened, 0 before the first. */
type Seen = { cityId: number; seen: number; staffId: string };

/** `changedMeanwhile`: the page was edited since, or an action or the city is gone. */
export type EditResult = Result<"changedMeanwhile", { outcome: "saved" | "unchanged" }>;

export type PageEdit = Seen & {
  changes: readonly PageChange[];
  reported: Omit<Reported, "today">;
  now?: Date;
};

/** Public at once, as a further version. */
export async function editPage(edit: PageEdit): Promise<EditResult> {
  const result = await transact((tx) => storeEdit(tx, edit));
  if (result.ok) await refreshSiteVersion();
  return result;
}

/** Within a transaction of its caller, who refreshes the site's version afterwards. */
export async function storeEdit(
  tx: Transaction,
  edit: PageEdit & { isProposed?: boolean },
): Promise<EditResult> {
  const { cityId, seen, staffId, changes, reported, isProposed = false, now = new Date() } = edit;
  const content = await lockPage(tx, cityId, seen);
  const page = await findPageActions(cityId, tx);
  if (!content || !page) return { ok: false, reason: "changedMeanwhile" };
  const number = seen + 1;
  const after = applyChanges(
    { content, actions: page.actions },
    changes,
    { ...reported, today: isoDay(now) },
    (index) => `${page.idPrefix}-reported-${number}-${index + 1}`,
  );
  if (!after) return { ok: false, reason: "changedMeanwhile" };
  if (isSame(content, after)) return { ok: true, outcome: "unchanged" };
  await storeVersion(tx, { cityId, number, content: after, staffId, isProposed });
  await recordEvent(tx, {
    kind: isProposed ? "member_page_accepted" : "member_page_edited",
    actor: "staff",
    ...{ staffId, cityId },
    detail: { number, changes: changes.map(({ kind }) => kind).join(" ") },
  });
  return { ok: true, outcome: "saved" };
}

/** Brings back what a version said; 0 is the page before it was edited. */
export async function restorePage(
  { cityId, seen, staffId }: Seen,
  restores: number,
): Promise<EditResult> {
  const result = await transact(async (tx): Promise<EditResult> => {
    const content = await lockPage(tx, cityId, seen);
    const earlier = await tx.cityPageVersion.findUnique({
      where: { cityId_number: { cityId, number: restores } },
      select: { content: true },
    });
    if (!content || (!earlier && restores !== 0)) return { ok: false, reason: "changedMeanwhile" };
    const after = contentOf(earlier);
    if (isSame(content, after)) return { ok: true, outcome: "unchanged" };
    await storeVersion(tx, { cityId, number: seen + 1, content: after, staffId, restores });
    await recordEvent(tx, {
      kind: "member_page_restored",
      actor: "staff",
      ...{ staffId, cityId },
      detail: { number: seen + 1, restores },
    });
    return { ok: true, outcome: "saved" };
  });
  if (result.ok) await refreshSiteVersion();
  return result;
}

/** Serialises edits of a page. Null where somebody has edited it since, or it is no member's. */
async function lockPage(
  tx: Transaction,
  cityId: number,
  seen: number,
): Promise<PageContent | null> {
  const [member] = await tx.$queryRaw<unknown[]>`
    SELECT city_id FROM signatory WHERE city_id = ${cityId} FOR UPDATE`;
  const page = await tx.cityPage.findUnique({
    where: { cityId },
    select: { number: true, content: true },
  });
  return member && (page?.number ?? 0) === seen ? contentOf(page) : null;
}

type Version = {
  cityId: number;
  number: number;
  content: PageContent;
  staffId: string;
  restores?: number;
  isProposed?: boolean;
};

async function storeVersion(tx: Transaction, { cityId, number, content, ...by }: Version) {
  const shown = { number, content };
  await tx.cityPage.upsert({ where: { cityId }, create: { cityId, ...shown }, update: shown });
  await tx.cityPageVersion.create({ data: { cityId, number, content, ...by } });
  await raiseSiteVersion(tx);
}

const isSame = (one: PageContent, other: PageContent): boolean => write(one) === write(other);

const write = (content: PageContent): string =>
  JSON.stringify(pageContentSchema.parse({ ...unedited, ...content }));
