import { prisma, type Transaction } from "@/lib/db";

/**
 * What this process knows of the site's version: the front door and Next's own module graph share
 * it.
 */
type Known = { version: string | null; isReachable: boolean; turns: number; answered: number };

const shared = globalThis as typeof globalThis & { coalitionSiteVersion?: Known };
const known = (shared.coalitionSiteVersion ??= {
  version: null,
  isReachable: false,
  turns: 0,
  answered: 0,
});

/** The last version that was read, and whether the database could be reached then. */
export const knownSiteVersion = (): { version: string | null; isReachable: boolean } => known;

/**
 * Says, in the transaction of a change, that the public pages read differently from now on. Once it
 * is committed the process that made it calls refreshSiteVersion(), so that its very next answer
 * shows it; the others find out within a second.
 */
export async function raiseSiteVersion(tx: Transaction): Promise<void> {
  await tx.siteVersion.upsert({
    where: { id: 1 },
    create: {},
    update: { version: { increment: 1 } },
  });
}

/** A database that has not answered by then counts as out of reach. */
const patienceMs = 1_500;

/** Reads the version; while the database cannot be reached, keeps the last one and says so. */
export async function refreshSiteVersion(): Promise<void> {
  const turn = ++known.turns;
  const row = prisma.siteVersion.findFirst({ select: { version: true } });
  await new Promise<void>((resolve) => {
    const learn = (read: Partial<Known>) => {
      // An answer that was overtaken by that of a later question says nothing new.
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

/** Whether the database answers at this moment. */
export async function isDatabaseReachable(): Promise<boolean> {
  await refreshSiteVersion();
  return known.isReachable;
}

/** Reads the version again and again, so that changes by other processes show here too. */
export function watchSiteVersion(everyMs = 500): { stop(): void } {
  let timer: NodeJS.Timeout;
  const watch = async () => {
    await refreshSiteVersion();
    timer = setTimeout(() => void watch(), everyMs);
  };
  timer = setTimeout(() => void watch(), 0);
  return { stop: () => clearTimeout(timer) };
}
