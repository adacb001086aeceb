import { prisma, type Transaction } from "@/lib/db";
import { startOfDay } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";

/** Shared by the front door and Next, which load separate copies of this module. */
type Known = { version: string | null; isReachable: boolean; turns: number; answered: number };

const shared = globalThis as typeof globalThis & { coalitionSiteVersion?: Known };
const known = (shared.coalitionSiteVersion ??= {
  version: null,
  isReachable: false,
  turns: 0,
  answered: 0,
});

export const knownSiteVersion = (): { version: string | null; isReachable: boolean } => known;

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
    version = known.version + 1, raised_at = ${new Date()}::timestamptz`;

/** When what is public last changed. Before the first change it is the beginning of the day. */
export async function siteChangedAt(): Promise<Date> {
  const row = await prisma.siteVersion.findFirst({ select: { raisedAt: true } });
  return row?.raisedAt ?? startOfDay(new Date());
}

/** A database that has not answered by then counts as unreachable. */
const patienceMs = 1_500;

export async function refreshSiteVersion(): Promise<void> {
  const turn = ++known.turns;
  const row = prisma.siteVersion.findFirst({ select: { version: true } });
  await new Promise<void>((resolve) => {
    const learn = (read: Partial<Known>) => {
      // An answer that was overtaken by that of a later query says nothing new.
      if (turn >= known.answered) Object.assign(known, read, { answered: turn });
      resolve();
    };
    const overdue = setTimeout(() => learn({ isReachable: false }), patienceMs);
    void row
      .then(
        (found) => learn({ version: String(found?.version ?? 0), isReachable: true }),
        () => learn({ isReachable: false }),
      )
      .finally(() => clearTimeout(overdue));
  });
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
