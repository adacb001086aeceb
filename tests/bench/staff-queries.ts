import { parseQueueParams } from "@/lib/applications/review/queue-filter";
import { countQueue, listQueue } from "@/lib/applications/review/queue-queries";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";
import { announceSignatures, sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import { countHeldEndorsements } from "@/lib/endorsements/queries";
import { previewReview } from "@/lib/endorsements/review/review-choice";
import type { ReviewFilter } from "@/lib/endorsements/review/review-filter";
import {
  listBulkReviews,
  listCitiesWithEndorsements,
  listMilestonesToActOn,
} from "@/lib/endorsements/review/staff-queries";
import { publishCounts } from "@/lib/endorsements/counts/record-count";
import { prisma } from "@/lib/db";
import { listFailedMails } from "@/lib/mail/queries";
import { listLog } from "@/lib/audit-log/queries";
import { parseLogFilter } from "@/lib/audit-log/log-filter";
import { listMembers } from "@/lib/cities/member-queries";
import { listPublications } from "@/lib/publications/staff-queries";
import { getStaffOverview } from "@/lib/statistics/staff-overview";
import { fillDatabase } from "@/tests/bench/staff/fill";
import { measureExports } from "@/tests/bench/staff/exports";
import { measurePages } from "@/tests/bench/staff/pages";
import { withStaffSite, type Measured } from "@/tests/bench/staff/site";
import { asMs, percentile, type Figure } from "@/tests/bench/table";
import { quietCityName } from "@/tests/bench/staff/fill-applications";

// A process of its own on an empty, migrated PostgreSQL of DATABASE_URL. Fills it unless it is full
// already, and prints how long each query of the staff's panel and of the background worker takes.

const rounds = 40;
const shown = 50;

async function listQueries(): Promise<{ what: string; run: () => Promise<unknown> }[]> {
  const [largest] = await prisma.$queryRaw<
    [{ cityId: number }]
  >`SELECT place_id AS "cityId" FROM endorsement GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`;
  const { name } = await prisma.city.findUniqueOrThrow({
    where: { id: largest.cityId },
    select: { name: true },
  });
  const now = new Date();
  const { id: staffId } = await prisma.user.findFirstOrThrow({ select: { id: true } });
  const reader = { staffId, now, settings: reviewSettings };
  const queue = (what: string, params: Record<string, string>) => ({
    what: `Queue: ${what}`,
    run: () => Promise.all([listQueue(parseQueueParams(params), reader), countQueue("", reader)]),
  });
  const minute = (daysAgo: number) =>
    new Date(now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 16);
  const preview = (what: string, filter: ReviewFilter) => ({
    what: `Preview: ${what}`,
    run: () => previewReview(filter, shown),
  });
  const search = (query: string) => {
    const filter = parseQueueParams({ q: query });
    return {
      what: `Search in the queue: ${query}`,
      run: () => Promise.all([listQueue(filter, reader), countQueue(filter.query, reader)]),
    };
  };
  const log = (what: string, query: Record<string, string>) => ({
    what: `Log: ${what}`,
    run: () => listLog(parseLogFilter(query), null),
  });
  return [
    preview("all that are held", { state: "held" }),
    preview("held for a reason", { state: "held", reason: "too_fast" }),
    preview("held at one domain", { state: "held", domain: "bulk.example" }),
    preview("held in the largest city", { state: "held", city: largest.cityId }),
    preview("counting in the largest city", { state: "confirmed", city: largest.cityId }),
    preview("counting at the largest domain", { state: "confirmed", domain: "gmail.com" }),
    preview("counting at the largest domain and city", {
      state: "confirmed",
      domain: "gmail.com",
      city: largest.cityId,
    }),
    preview("counting of the last week", { state: "confirmed", from: minute(7) }),
    preview("counting of the last three months", { state: "confirmed", from: minute(90) }),
    queue("first page", {}),
    queue("mine", { view: "mine" }),
    queue("unassigned", { view: "unassigned" }),
    queue("overdue", { view: "overdue" }),
    search(name),
    search("officer"),
    search("a"),
    search("Atlantis"),
    { what: "Overview", run: () => getStaffOverview(reader) },
    log("the largest city, requests", { city: name, what: "endorsement" }),
    log("cities of which there is nothing", { city: quietCityName, what: "endorsement_confirmed" }),
    { what: "Members, first page", run: () => listMembers("", 1) },
    { what: "Publications, searched", run: () => listPublications("handbook", 1) },
    { what: "Failed mails", run: () => listFailedMails() },
    { what: "Endorsed cities, first page", run: () => listCitiesWithEndorsements(1, now) },
    { what: "Endorsed cities, last page", run: () => listCitiesWithEndorsements(99, now) },
    { what: "Held, counted", run: () => countHeldEndorsements() },
    { what: "Milestones to act on", run: () => listMilestonesToActOn() },
    { what: "Bulk reviews", run: () => listBulkReviews(now) },
    { what: "Loop: milestones, nothing new", run: () => recordMilestones(now) },
    { what: "Loop: signatures, nothing new", run: () => announceSignatures(now) },
    { what: "Loop: bulletins, nothing new", run: () => sendBulletins(now) },
    { what: "Loop: numbers, nothing new", run: () => publishCounts(now) },
  ];
}

async function measure({
  what,
  run,
}: {
  what: string;
  run: () => Promise<unknown>;
}): Promise<Measured> {
  // The first finds nothing in memory, and for the loops what is new at the start.
  await run();
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run();
    milliseconds.push(performance.now() - began);
  }
  return { what, milliseconds };
}

const figureOf = ({ what, milliseconds }: Measured): Figure => ({
  what: `${what}, p50 and p95`,
  measured: `${asMs(percentile(milliseconds, 0.5))}, ${asMs(percentile(milliseconds, 0.95))}`,
  limit: "150 ms",
});

if ((await prisma.endorsement.count({ take: 1 })) === 0)
  await fillDatabase((progress) => void process.stderr.write(`${progress}\n`));
const measured: Measured[] = [];
for (const query of await listQueries()) measured.push(await measure(query));
const { pages, exports } = await withStaffSite(async (site) => ({
  // First: then it is what exports add to a site that has done little else.
  exports: await measureExports(site),
  pages: await measurePages(site),
}));
console.log(JSON.stringify([...[...measured, ...pages].map(figureOf), ...exports]));
process.exit();
