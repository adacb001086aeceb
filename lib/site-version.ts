import { prisma, type Transaction } from "@/lib/db";
import { startOfDay } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";

/** Shared by the front door and Next, which load separate copies of this module. */
type Known = {
  version: string | null;
  /** Of all that is public but residents' numbers. */
  contentVersion: string | null;
  /** When this process learnt of the version. */
  since: number;
  isReachable: boolean;
  replaced: Replaced[];
  turns: number;
  answered: number;
};

/** A version that gave way to one with other numbers and the same content. */
type Replaced = { version: string; at: number };

/** Stale-while-revalidate: in a burst of requests a page may be served so long with old counts. */
export const staleCountsMs = 2_000;

/** Who asks alone sees the new count at once: after so long without one there is no burst. */
const burstGapMs = 10_000;

const shared = globalThis as typeof globalThis & { coalitionSiteVersion?: Known };
const known = (shared.coalitionSiteVersion ??= {
  version: null,
  contentVersion: null,
  since: 0,
  isReachable: false,
  replaced: [],
  turns: 0,
  answered: 0,
});

export const knownSiteVersion = (): Pick<Known, "version" | "contentVersion" | "isReachable"> =>
  known;

/** Whether what was made of this version differs from what is public only by the last numbers. */
export const mayServeStale = (version: string | null, now = Date.now()): boolean =>
  known.replaced.some((each) => each.version === version && now - each.at < staleCountsMs);

/** Call refreshSiteVersion() after the commit; other processes see it within a second. */
export async function raiseSiteVersion(tx: Transaction): Promise<void> {
  await tx.siteVersion.upsert({
    where: { id: 1 },
    create: {},
    update: {
      version: { increment: 1 },
      contentVersion: { increment: 1 },
      raisedAt: new Date(),
    },
  });
}

/** Where nothing but numbers has changed: a page may be shown a moment longer as it was. */
export async function raiseSiteVersionForCounts(tx: Transaction): Promise<void> {
  await tx.$executeRaw(raisedForCounts(Prisma.sql`(VALUES (true)) AS always`));
}

/** The same as part of a statement, if `from` has a row. */
export const raisedForCounts = (from: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO site_version AS known (id) SELECT 1 WHERE EXISTS (SELECT FROM ${from})
  ON CONFLICT (id) DO UPDATE SET 
    version = known.version + 1, raised_at = ${new Date().toISOString()}::timestamptz`;

/** When what is public last changed. Before the first change it is the beginning of the day. */
export async function siteChangedAt(): Promise<Date> {
  const row = await prisma.siteVersion.findFirst({ select: { raisedAt: true } });
  return row?.raisedAt ?? startOfDay(new Date());
}

/** A database that has not answered by then counts as unreachable. */
const unreachableAfterMs = 1_500;

export async function refreshSiteVersion(): Promise<void> {
  const turn = ++known.turns;
  const row = prisma.siteVersion.findFirst({ select: { version: true, contentVersion: true } });
  await new Promise<void>((resolve) => {
    const learn = (read: Versions | null) => {
      // An answer that was overtaken by that of a later query says nothing new.
      if (turn >= known.answered) {
        if (read) noteVersions(read, Date.now());
        Object.assign(known, { isReachable: read !== null, answered: turn });
      }
      resolve();
    };
    const overdue = setTimeout(() => learn(null), unreachableAfterMs);
    void row
      .then(
        (found) => {
          const version = String(found?.version ?? 0);
          const contentVersion = String(found?.contentVersion ?? 0);
          learn({ version, contentVersion });
        },
        () => learn(null),
      )
      .finally(() => clearTimeout(overdue));
  });
}

type Versions = { version: string; contentVersion: string };

function noteVersions({ version, contentVersion }: Versions, now: number): void {
  if (version === known.version) return;
  const isOnlyNumbers = contentVersion === known.contentVersion;
  const { version: before, since } = known;
  const replaced = isOnlyNumbers ? known.replaced.filter(({ at }) => now - at < staleCountsMs) : [];
  if (before && isOnlyNumbers && now - since < burstGapMs)
    replaced.push({ version: before, at: now });
  Object.assign(known, { version, contentVersion, since: now, replaced });
}

export async function isDatabaseReachable(): Promise<boolean> {
  await refreshSiteVersion();
  return known.isReachable;
}

export function watchSiteVersion(everyMs = 500): { stop(): void } {
  let timer: NodeJS.Timeout;
  const watch = async () => {
    await refreshSiteVersion();
    timer = setTimeout(() => void watch(), everyMs);
  };
  timer = setTimeout(() => void watch(), 0);
  return { stop: () => clearTimeout(timer) };
}
