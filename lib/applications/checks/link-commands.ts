import { undecidedStates } from "@/lib/applications/review/decisions";
import { prisma, type Transaction } from "@/lib/db";
import { before, minuteMs } from "@/lib/durations";
import { recordEvent } from "@/lib/events";
import { checkLink, type LinkAnswer, type Network } from "@/lib/process/check-link";
import type { Result } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";

type Link = { applicationId: string; cityId: number; url: string; begunAt: Date };

/** Longer than any check takes: what a process has left behind by then is checked anew. */
const checkTakesAtMostMs = 5 * minuteMs;

const maxAtOnce = 20;

/** Checks each link once, oldest application first. Gives how many were checked. */
export async function checkDueLinks(now: Date, network?: Network): Promise<number> {
  if (!(await readSettings()).asksLinks) return 0;
  for (let checked = 0; checked < maxAtOnce; checked += 1) {
    const link = await takeDueLink(now);
    if (!link || !(await checkAndStore(link, null, network))) return checked;
  }
  return maxAtOnce;
}

/** Whoever writes down that it begins is the one who checks. */
async function takeDueLink(now: Date): Promise<Link | undefined> {
  const begunAt = now.toISOString();
  const leftBehind = before(now, checkTakesAtMostMs).toISOString();
  const [link] = await prisma.$queryRaw<Omit<Link, "begunAt">[]>`
    WITH due AS (
      SELECT id, city_id, mandate_url FROM application
      WHERE state IN ('submitted', 'changes_requested') AND mandate_url IS NOT NULL AND NOT EXISTS (
        SELECT FROM link_check WHERE application_id = application.id AND url = mandate_url
          AND (asked_at IS NOT NULL OR begun_at > ${leftBehind}::timestamptz))
      ORDER BY confirmed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED),
    begun AS (
      INSERT INTO link_check (application_id, url, begun_at)
      SELECT id, mandate_url, ${begunAt}::timestamptz FROM due
      ON CONFLICT (application_id) DO UPDATE SET url = excluded.url, begun_at = excluded.begun_at,
        asked_at = NULL, status = NULL, failure = NULL
      RETURNING application_id, url)
    SELECT application_id AS "applicationId", city_id AS "cityId", url
    FROM begun JOIN due ON id = application_id`;
  return link && { ...link, begunAt: now };
}

/** `busy`: too many are being checked, or a colleague checks it just now. */
export async function checkMandateLink(
  { applicationId, staffId }: { applicationId: string; staffId: string },
  now: Date,
  network?: Network,
): Promise<Result<"switchedOff" | "noLink" | "busy">> {
  if (!(await readSettings()).asksLinks) return { ok: false, reason: "switchedOff" };
  const link = await prisma.$transaction((tx) => begin(tx, applicationId, now));
  if (typeof link === "string") return { ok: false, reason: link };
  return (await checkAndStore(link, staffId, network))
    ? { ok: true }
    : { ok: false, reason: "busy" };
}

async function begin(
  tx: Transaction,
  applicationId: string,
  begunAt: Date,
): Promise<Link | "noLink" | "busy"> {
  await tx.$queryRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`;
  const application = await tx.application.findUnique({
    where: { id: applicationId, state: { in: [...undecidedStates] } },
    select: { cityId: true, mandateUrl: true, linkCheck: true },
  });
  if (!application?.mandateUrl) return "noLink";
  const { cityId, mandateUrl: url, linkCheck } = application;
  const isBeingChecked =
    linkCheck?.askedAt === null && linkCheck.begunAt > before(begunAt, checkTakesAtMostMs);
  if (isBeingChecked && linkCheck.url === url) return "busy";
  const check = { url, begunAt, askedAt: null, status: null, failure: null };
  await tx.linkCheck.upsert({
    where: { applicationId },
    create: { applicationId, ...check },
    update: check,
  });
  return { applicationId, cityId, url, begunAt };
}

/** Between two transactions: nobody waits for another site. */
async function checkAndStore(
  link: Link,
  staffId: string | null,
  network?: Network,
): Promise<boolean> {
  const answer = await checkLink(link.url, network);
  return prisma.$transaction((tx) => store(tx, link, staffId, answer));
}

/** @param answer null where too many waited: then it is due again */
async function store(
  tx: Transaction,
  { applicationId, cityId, url, begunAt }: Link,
  staffId: string | null,
  answer: LinkAnswer | null,
): Promise<boolean> {
  const mine = { applicationId, url, begunAt };
  if (!answer) {
    await tx.linkCheck.deleteMany({ where: mine });
    return false;
  }
  await tx.linkCheck.updateMany({ where: mine, data: { askedAt: new Date(), ...answer } });
  if (staffId)
    await recordEvent(tx, {
      kind: "application_link_asked",
      actor: "staff",
      ...{ staffId, applicationId, cityId },
    });
  return true;
}
