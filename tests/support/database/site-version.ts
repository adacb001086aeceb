import { prisma } from "@/lib/db";

/** By how much something raises the site's version. */
export async function raisedBy(change: () => Promise<unknown>): Promise<number> {
  const before = await siteVersion();
  await change();
  return Number((await siteVersion()) - before);
}

const siteVersion = async () => (await prisma.siteVersion.findFirst())?.version ?? 0n;
