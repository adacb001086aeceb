import { beforeAll, expect, test } from "vitest";
import sitemap from "@/app/sitemap";
import { findCard } from "@/lib/cards/queries";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { takeSnapshots } from "@/lib/open-data/snapshot-commands";
import { allDataPaths, readData, readRows } from "@/tests/support/public/open-data";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import {
  holdsSecret,
  secret,
  shown,
  states,
  writePrivateTexts,
} from "@/tests/support/public/private-texts";
import { resetDatabase } from "@/tests/support/database/reset";
import { tablesThatKnow } from "@/tests/support/database/traces";

// What private-texts.ts wrote, looked for in every public file. The pages are read where the built
// site runs: front-door-process.test.ts.

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  await writePrivateTexts();
  await takeSnapshots(new Date("2026-11-01T00:01:00Z"));
});

test("the database knows the secret in every table that people write to", async () => {
  expect(await tablesThatKnow(secret)).toEqual(
    expect.arrayContaining([
      ...["application", "checklist_answer", "city_step", "decision"],
      ...["endorsement", "evidence_tick", "mail", "mandate_file", "member_contact"],
    ]),
  );
  const found = await prisma.application.groupBy({ by: ["state"] });
  expect(found.map(({ state }) => state).sort()).toEqual(states.toSorted());
});

test("no file of the open data holds it, in any format", async () => {
  const leaks: string[] = [];
  for (const path of allDataPaths()) if (holdsSecret(await readData(path))) leaks.push(path);
  expect(leaks).toEqual([]);
});

test("no snapshot holds it", async () => {
  const snapshots = await readRows("snapshots.json");
  const leaks: unknown[] = [];
  for (const { url } of snapshots) {
    const path = String(url).replace(/^.*\/data\/v1\//, "");
    if (holdsSecret(await readData(path))) leaks.push(path);
  }
  expect(snapshots).toHaveLength(8);
  expect(leaks).toEqual([]);
});

test("nor do the sitemap and what social cards say", async () => {
  const slugs = (await prisma.city.findMany({ select: { slug: true } })).map(({ slug }) => slug);
  const cards = await Promise.all(slugs.map((slug) => findCard(defaultLocale, `/cities/${slug}`)));
  expect(cards.filter((card) => card !== null).length).toBeGreaterThan(26);
  expect(holdsSecret(JSON.stringify([cards, await sitemap()]))).toBe(false);
});

test("what an approved city wrote of its actions is there, and of no other application", async () => {
  const holders: string[] = [];
  for (const path of allDataPaths()) if ((await readData(path)).includes(shown)) holders.push(path);
  expect(holders).toEqual(["actions.json", "actions.csv"]);
  const rows = await readRows("actions.json");
  const named = rows.filter(({ text }) => String(text).includes(shown)).map(({ name }) => name);
  expect(named).toEqual(Array.from({ length: 7 }, () => "Tokyo"));
});

test("an application that is not decided shows in no file that it is there", async () => {
  const undecided = [placeIds.antwerp, placeIds.eindhoven, placeIds.cairo, placeIds.reykjavik];
  for (const name of ["signatories", "endorsements", "actions", "decisions"]) {
    const ids = (await readRows(`${name}.json`)).map(({ geonames_id }) => geonames_id);
    expect(
      ids.filter((id) => undecided.includes(id as never)),
      name,
    ).toEqual([]);
  }
});
