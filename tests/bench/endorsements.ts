import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { prisma } from "@/lib/db";
import { keepSettings } from "@/lib/env";
import { applyMigrations } from "@/lib/database/schema-engine";
import { probeWhile } from "@/tests/bench/endorse/probe";
import { endorseAndConfirm, goTheWholeWay, type Answers } from "@/tests/bench/endorse/resident";
import { loadLargestPlaces } from "@/tests/bench/front/signatories";
import { asMs, percentile, withThousands, type Figure } from "@/tests/bench/table";
import { freePort, startPostgres } from "@/tests/support/database/postgres";
import { startSite, type SiteProcess } from "@/tests/support/processes/site-process";

const residentsPerSecond = 50;
const endorsedCities = 100;
/** So many browsers at once go the whole way, for so long. */
const browsers = 4;
const secondsOfBrowsers = 20;

/**
 * Residents ask and confirm at a steady rate, whether or not the database keeps up, beside a site
 * that serves its public pages and tries in vain to deliver their mails. Then, how many can go the
 * whole way through its pages.
 */
export async function measureEndorsements(seconds: number): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), "coalition-bench-"));
  const postgres = await startPostgres();
  process.env.DATABASE_URL = postgres.url;
  process.env.SECRET = randomBytes(32).toString("base64url");
  try {
    await applyMigrations(postgres.url);
    const cityIds = (await loadLargestPlaces(endorsedCities)).map(({ id }) => id);
    process.env.SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
    // As a site does: read anew, they would cost a tenth of what is measured.
    keepSettings();
    const settings = {
      DATABASE_URL: postgres.url,
      DATA_DIR: directory,
      SECRET: process.env.SECRET,
      TRUSTED_PROXIES: "1",
      LOG_LEVEL: "fatal",
    };
    const site = await startSite({ ...settings, SMTP_URL: process.env.SMTP_URL });
    try {
      return await measure(site, cityIds, seconds);
    } finally {
      await site.end("SIGTERM");
    }
  } finally {
    await prisma.$disconnect();
    await postgres.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function measure(site: SiteProcess, cityIds: number[], seconds: number): Promise<Figure[]> {
  const quiet = await probeWhile(site.url, pause(5_000));
  const began = performance.now();
  const coming = letResidentsCome(cityIds, seconds);
  const busy = await probeWhile(site.url, coming);
  const { answers, failures } = await coming;
  const took = (performance.now() - began) / 1_000;
  const { mails, voices, counted } = await countWhatIsThere();

  const wholeWays = await letBrowsersGo(site, cityIds, residentsPerSecond * seconds);

  const expected = residentsPerSecond * seconds;
  const of = (step: keyof Answers) => answers.map((each) => each[step]);
  const both = (values: number[]) =>
    `${asMs(percentile(values, 0.5))}, ${asMs(percentile(values, 0.99))}`;
  return [
    {
      what: `Residents who asked and confirmed in ${seconds} s, the last of them after ${took.toFixed(1)} s`,
      measured: withThousands(answers.length),
      limit: withThousands(expected),
    },
    { what: "Of whom something failed", measured: String(failures.length), limit: "0" },
    {
      what: "Voices in the database, and the sum of all cities' counts",
      measured: `${withThousands(voices)}, ${withThousands(counted)}`,
      limit: withThousands(expected),
    },
    {
      what: "Mails that wait for the mail server",
      measured: withThousands(mails),
      limit: withThousands(expected),
    },
    { what: "Asking, median and p99", measured: both(of("ask")) },
    { what: "Confirming, median and p99", measured: both(of("confirm")) },
    { what: "Public pages before, median and p99", measured: both(quiet) },
    { what: "Public pages meanwhile, median and p99", measured: both(busy) },
    {
      what: `Residents a second who go the whole way through five pages and answers, ${browsers} at once`,
      measured: wholeWays.toFixed(1),
    },
    ...[...new Set(failures)].map((failure) => ({ what: "A failure", measured: failure })),
  ];
}

/** Everybody comes at their own moment: a site that is slow gets no rest. */
async function letResidentsCome(
  cityIds: number[],
  seconds: number,
): Promise<{ answers: Answers[]; failures: string[] }> {
  const answers: Answers[] = [];
  const failures: string[] = [];
  const began = performance.now();
  const ways: Promise<unknown>[] = [];
  for (let number = 0; number < residentsPerSecond * seconds; number++) {
    await pause(Math.max(0, began + (number * 1_000) / residentsPerSecond - performance.now()));
    const resident = { number, cityId: cityIds[number % cityIds.length] ?? 0 };
    ways.push(
      endorseAndConfirm(resident).then(
        (each) => answers.push(each),
        (error: unknown) => failures.push(String(error)),
      ),
    );
  }
  await Promise.all(ways);
  return { answers, failures };
}

/** @param first the number of the first who come: nobody has come under it before */
async function letBrowsersGo(
  { url }: SiteProcess,
  cityIds: number[],
  first: number,
): Promise<number> {
  const until = performance.now() + secondsOfBrowsers * 1_000;
  let next = first;
  const browse = async () => {
    while (performance.now() < until)
      await goTheWholeWay(url, { number: next++, cityId: cityIds[next % cityIds.length] ?? 0 });
  };
  await Promise.all(Array.from({ length: browsers }, browse));
  return (next - first) / secondsOfBrowsers;
}

async function countWhatIsThere(): Promise<{ mails: number; voices: number; counted: number }> {
  const { _sum } = await prisma.endorsementTally.aggregate({
    _sum: { added: true, removed: true },
  });
  return {
    mails: await prisma.mail.count({ where: { sentAt: null, text: { not: null } } }),
    voices: await prisma.endorsement.count({ where: { state: "confirmed" } }),
    counted: (_sum.added ?? 0) - (_sum.removed ?? 0),
  };
}
