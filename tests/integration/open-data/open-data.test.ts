import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { approveApplication } from "@/lib/applications/review/review-commands";
import { prisma } from "@/lib/db";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { datasets } from "@/lib/open-data/datasets";
import { fieldsOf } from "@/lib/open-data/dataset";
import { findDocument } from "@/lib/open-data/documents";
import { takeSnapshots } from "@/lib/open-data/snapshot-commands";
import { endorseAndConfirm, storeConfirmedEndorsements } from "@/tests/support/endorse";
import { allDataPaths, readData, readRows, serveOpenData } from "@/tests/support/public/open-data";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import {
  submitConfirmed,
  hireReviewer,
  openReview,
  tickAllEvidence,
} from "@/tests/support/applications/review";

const run = promisify(execFile);
const november = new Date("2026-11-01T00:01:00Z");
const submissionKey = "00000000-0000-4000-8000-000000000001";

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

async function approveTokyo(): Promise<string> {
  const staffId = await hireReviewer();
  const id = await submitConfirmed({ submissionKey, cityId: placeIds.tokyo });
  await tickAllEvidence(await openReview(id, staffId));
  const approval = { name: "Tokyo", signedOn: new Date("2026-10-20"), message: null };
  await approveApplication(await openReview(id, staffId), approval);
  return id;
}

describe("every file", () => {
  test("stays the same, byte by byte, until something public changes", async () => {
    const readAll = () => Promise.all(allDataPaths().map(readData));
    const before = await readAll();
    expect(await readAll()).toEqual(before);

    await endorseAndConfirm({ cityId: placeIds.ghent });
    expect(before).not.toContain(await readData("endorsements.json"));
    expect(before).not.toContain(await readData("signatories.json"));
  }, 120_000);

  test("of rows says no more than the fields that are explained", async () => {
    await approveTokyo();
    await storeConfirmedEndorsements(10);
    await takeSnapshots(november);
    for (const dataset of datasets)
      for (const row of await readRows(`${dataset.name}.json`))
        expect(Object.keys(row), dataset.name).toEqual(fieldsOf(dataset));
  });

  test("that is not there is not found", async () => {
    const missing = ["residents.json", "news.geojson", "snapshots.csv", "signatories", "__proto__"];
    const found = await Promise.all([...missing, "snapshots/2026-11/news.json"].map(findDocument));
    expect(found.filter((each) => each !== null)).toEqual([]);
  });
});

test("member cities stand by their numbers, each with the day that is known", async () => {
  const rows = await readRows("signatories.json");
  expect(rows).toHaveLength(26);
  const ids = rows.map(({ geonames_id }) => Number(geonames_id));
  expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  const named = (name: string) => rows.find((row) => row.name === name);
  expect(named("Amsterdam")).toMatchObject({
    country_code: "NL",
    country: "Netherlands",
    signed_on: "2018-11-14",
    announced_on: null,
    is_founder: true,
  });
  expect(named("Torino")).toMatchObject({ signed_on: null, announced_on: "2019-03-28" });
});

describe("residents", () => {
  const rowOf = async (cityId: number) =>
    (await readRows("endorsements.json")).find(({ geonames_id }) => geonames_id === cityId);

  test("of nine no number is told, of ten it is", async () => {
    await storeConfirmedEndorsements(9);
    expect(await rowOf(placeIds.ghent)).toMatchObject({ kind: "asks", residents: null });
    await endorseAndConfirm({ cityId: placeIds.ghent });
    expect(await rowOf(placeIds.ghent)).toMatchObject({ kind: "asks", residents: 10 });
  });

  test("who are fewer than ten to thank a city are not told of at all", async () => {
    const thank = (count: number) =>
      prisma.endorsementTally.upsert({
        where: {
          cityId_kind_day: { cityId: placeIds.amsterdam, kind: "thanks", day: november },
        },
        create: { cityId: placeIds.amsterdam, kind: "thanks", day: november, added: count },
        update: { added: count },
      });
    await thank(9);
    expect(await rowOf(placeIds.amsterdam)).toBeUndefined();
    await thank(10);
    expect(await rowOf(placeIds.amsterdam)).toMatchObject({ kind: "thanks", residents: 10 });
  });

  test("who asked a city that has signed since are told of no more", async () => {
    await prisma.$transaction((tx) =>
      tx.city.create({ data: { id: placeIds.tokyo, slug: "tokyo", name: "Tokyo" } }),
    );
    await endorseAndConfirm({ cityId: placeIds.tokyo });
    expect(await rowOf(placeIds.tokyo)).toBeDefined();
    await approveTokyo();
    expect(await rowOf(placeIds.tokyo)).toBeUndefined();
  });
});

test("events say how sure their dates are, and a series its rule", async () => {
  const rows = await readRows("events.json");
  expect(
    rows.map(({ slug, date, recurrence, certainty }) => [slug, date, recurrence, certainty]),
  ).toEqual(
    expect.arrayContaining([
      ["launch", "2018-11-14", null, "confirmed"],
      ["milano-digital-week", "2020-03", null, "announced"],
      ["webinar", null, "FREQ=MONTHLY;BYDAY=-1TH", "rule"],
    ]),
  );
});

test("a spreadsheet runs no formula, and numbers south and west stay numbers", async () => {
  await approveTokyo();
  await prisma.checklistAnswer.updateMany({
    where: { area: "process" },
    data: { description: "=HYPERLINK(1)\n@second line" },
  });
  expect(await readData("actions.csv")).toContain(`"'=HYPERLINK(1)\n@second line"`);
  expect(await readData("signatories.csv")).toMatch(/,London,.*,-0\.12574,/);
  expect(await readData("signatories.csv")).toMatch(/^\uFEFFgeonames_id,[^\n]*\r\n/);
});

describe("snapshots", () => {
  const list = async () =>
    (await readRows("snapshots.json")).map(({ month, snapshot_of }) =>
      [month, snapshot_of].join(" "),
    );
  const readSnapshot = (month: string, name: string) => readRows(`snapshots/${month}/${name}.json`);

  test("are taken once a month, by one of two processes, and raise the site's version once", async () => {
    const before = await prisma.siteVersion.findFirstOrThrow();
    const taken = await Promise.all([takeSnapshots(november), takeSnapshots(november)]);
    expect(taken.reduce((sum, count) => sum + count)).toBe(8);
    expect(await takeSnapshots(new Date("2026-11-30T23:59:00Z"))).toBe(0);
    const after = await prisma.siteVersion.findFirstOrThrow();
    expect(after.version - before.version).toBe(1n);

    expect(await takeSnapshots(new Date("2026-12-01T00:01:00Z"))).toBe(8);
    expect(await list()).toEqual(
      ["2026-12", "2026-11"].flatMap((month) =>
        [
          ...["actions", "decisions", "endorsements", "events", "news"],
          ...["paused", "signatories", "statistics"],
        ].map((name) => `${month} ${name}`),
      ),
    );
  });

  test("keep what stood when they were taken", async () => {
    await takeSnapshots(november);
    await approveTokyo();
    expect(await readRows("signatories.json")).toHaveLength(27);
    expect(await readSnapshot("2026-11", "signatories")).toHaveLength(26);
  });

  test("bring back no text of a city that it has changed, or that has left the list", async () => {
    const id = await approveTokyo();
    await takeSnapshots(november);
    const ofTokyo = async () =>
      (await readSnapshot("2026-11", "actions")).filter(({ name }) => name === "Tokyo");
    expect(await ofTokyo()).toHaveLength(7);

    await prisma.checklistAnswer.update({
      where: { applicationId_area: { applicationId: id, area: "process" } },
      data: { description: "Something else." },
    });
    expect(await ofTokyo()).toHaveLength(6);
    await prisma.signatory.delete({ where: { cityId: placeIds.tokyo } });
    expect(await ofTokyo()).toEqual([]);
  });

  test("hold a number of residents and no resident, so a withdrawal need not change them", async () => {
    await storeConfirmedEndorsements(9);
    const token = await endorseAndConfirm({ cityId: placeIds.ghent, name: "Zoë Withdrawn" });
    await takeSnapshots(november);
    await endEndorsement(token, "withdrawn");
    const stored = await readData("snapshots/2026-11/endorsements.json");
    expect(stored).not.toContain("Zoë");
    expect(JSON.parse(stored)).toMatchObject({ data: [{ slug: "ghent", residents: 10 }] });
  });
});

/** Where a program of an example is on this machine. */
async function findProgram(name: string): Promise<boolean> {
  return run(name, ["--version"]).then(
    () => true,
    () => false,
  );
}

describe("the examples run", () => {
  const amongOthers = "Netherlands: Amsterdam\n";

  test("in Python", async ({ skip }) => {
    if (!(await findProgram("python3"))) skip("python3 is not here.");
    const { port } = serveOpenData();
    const site = `http://localhost:${port}`;
    const { stdout } = await run("python3", ["public/examples/member_cities.py", site]);
    expect(stdout).toContain(amongOthers);
    expect(stdout).toMatch(/CC-BY-4\.0\nNot changed since\.\n$/);
  });

  test("in R", async ({ skip }) => {
    if (!(await findProgram("Rscript"))) skip("Rscript is not here.");
    const { port } = serveOpenData();
    const site = `http://localhost:${port}`;
    const { stdout } = await run("Rscript", ["public/examples/member_cities.R", site]);
    expect(stdout).toContain("Netherlands: 1\n");
  });
});
