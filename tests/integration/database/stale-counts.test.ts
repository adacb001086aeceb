import { beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { recordCount } from "@/lib/endorsements/counts/record-count";
import { ensureCity } from "@/lib/cities/commands";
import {
  knownSiteVersion,
  mayServeStale,
  staleCountsMs,
  raiseSiteVersion,
  refreshSiteVersion,
} from "@/lib/site-version";
import { after, minuteMs } from "@/lib/durations";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// Which pages may be shown for a moment with the number of residents that they were made with.

const ghent = { cityId: placeIds.ghent, kind: "asks" } as const;
let now = new Date();

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await prisma.$transaction((tx) => ensureCity(tx, placeIds.ghent));
  // What was known of the database before it was emptied says nothing of this one.
  Object.assign(knownSiteVersion(), { version: null, contentVersion: null, replaced: [] });
  await publish();
});

/** Each a minute after the one before, so that each shows at once. Gives the version before. */
async function count(change: "added" | "removed" = "added") {
  const { version } = knownSiteVersion();
  now = after(now, minuteMs);
  await prisma.$transaction((tx) => recordCount(tx, ghent, change, now));
  await refreshSiteVersion();
  return version;
}

async function publish() {
  const { version } = knownSiteVersion();
  await prisma.$transaction(raiseSiteVersion);
  await refreshSiteVersion();
  return version;
}

const hasBeenShownForLong = () => Object.assign(knownSiteVersion(), { since: 0, replaced: [] });

test("where residents ask one after the other, pages with the last numbers are shown a moment longer", async () => {
  const [first, second] = [await count(), await count("removed")];
  expect([first, second].map((version) => mayServeStale(version))).toEqual([true, true]);
  expect(mayServeStale(second, Date.now() + staleCountsMs)).toBe(false);
});

test("who asks alone sees the new number at once", async () => {
  hasBeenShownForLong();
  expect(mayServeStale(await count())).toBe(false);
});

test("what is published shows at once, and with it the numbers before", async () => {
  const [counted, published] = [await count(), await publish()];
  expect([counted, published].map((version) => mayServeStale(version))).toEqual([false, false]);
  expect(knownSiteVersion().contentVersion).not.toBe(knownSiteVersion().version);
});
