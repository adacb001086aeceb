import { beforeEach, expect, test } from "vitest";
import { listActions } from "@/lib/actions/queries";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { ensureCity } from "@/lib/cities/commands";
import { listMemberChanges } from "@/lib/cities/member-queries";
import { findMembership } from "@/lib/cities/membership";
import { findMovedSlug } from "@/lib/cities/moved-city";
import {
  countAnnouncedSignatories,
  countCountries,
  countSignatories,
  findCity,
  listListingTimes,
  listPausedMembers,
  listSignatories,
  nearestSignatories,
} from "@/lib/cities/queries";
import { findCityStatements } from "@/lib/content/queries";
import { prisma } from "@/lib/db";
import { findEmbedContent } from "@/lib/embed/queries";
import { recordStep, takeStepBack } from "@/lib/endorsements/city-progress/step-commands";
import { listFeedEntries } from "@/lib/feeds/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { linkCity, undoLink } from "@/lib/members/link-commands";
import { renameCity, undoRename } from "@/lib/members/rename-commands";
import { datasetNamed } from "@/lib/open-data/datasets";
import { knownSiteVersion, refreshSiteVersion } from "@/lib/site-version";
import type { CityStepKind } from "@/prisma/generated/enums";
import { placeIds } from "@/tests/support/database/places";
import { resetWithSignatories } from "@/tests/support/applications/review";

const { amsterdam, newYorkCity, losAngeles, ghent } = placeIds;
const reason = "The city has sold the data of its residents.";

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithSignatories();
  await refreshSiteVersion();
});

async function step(cityId: number, kind: CityStepKind, publicReason: string | null = null) {
  const seenSteps = await prisma.cityStep.count({ where: { cityId, takenBackAt: null } });
  const given = { note: null, staffId, seenSteps, publicReason, confirmed: 0 };
  return recordStep({ cityId, kind, ...given });
}

async function takeLastStepBack() {
  const { id } = await prisma.cityStep.findFirstOrThrow({
    where: { takenBackAt: null },
    orderBy: { id: "desc" },
  });
  return takeStepBack(id, staffId);
}

const link = (cityId: number, intoCityId: number, kind: "merged" | "duplicate" = "merged") =>
  linkCity({ cityId, intoCityId, kind, staffId });

const rename = (cityId: number, seen: string, name: string) =>
  renameCity({ cityId, seen, name, staffId });

const rowsOf = async (dataset: string) =>
  (await datasetNamed(dataset)!.rows()).map(({ name }) => name);

/** Everywhere that members are counted or listed: with how many, and whether Amsterdam is there. */
async function countEverywhere() {
  const listed = await listSignatories();
  const berlin = listed.find(({ slug }) => slug === "berlin")!;
  const feed = await listFeedEntries(defaultLocale, "cities");
  const membership = await findMembership(berlin);
  return {
    counted: await countSignatories(),
    announced: await countAnnouncedSignatories(),
    countries: await countCountries(),
    listed: listed.length,
    data: (await rowsOf("signatories")).length,
    feed: feed.length,
    earlierThanBerlin: membership.earlier,
    isNear: (await nearestSignatories(berlin, 99)).some(({ slug }) => slug === "amsterdam"),
    isInActions: (await listActions(defaultLocale)).some(({ city }) => city.cityId === amsterdam),
    isInSitemap: (await listListingTimes()).some(({ slug }) => slug === "amsterdam"),
    paused: (await listPausedMembers()).map(({ name, state }) => [name, state]),
    pausedData: await rowsOf("paused"),
  };
}

const all = {
  ...{ counted: 26, announced: 26, listed: 26, data: 26, feed: 26, earlierThanBerlin: 3 },
  ...{ isNear: true, isInActions: true, isInSitemap: true, paused: [], pausedData: [] },
};
const allButOne = {
  ...{ counted: 25, announced: 25, listed: 25, data: 25, feed: 25, earlierThanBerlin: 2 },
  ...{ isNear: false, isInActions: false, isInSitemap: true },
};

test.each<[CityStepKind & ("on_hold" | "suspended"), string | null]>([
  ["on_hold", null],
  ["suspended", reason],
])("a member that is %s counts nowhere, keeps its page, and counts again", async (kind, why) => {
  const before = await countEverywhere();
  expect(before).toMatchObject(all);
  expect(await step(amsterdam, kind, why)).toEqual({ ok: true });
  expect(await countEverywhere()).toEqual({
    ...allButOne,
    // The only one of the Netherlands.
    countries: before.countries - 1,
    paused: [["Amsterdam", kind]],
    pausedData: ["Amsterdam"],
  });
  expect((await findCity("amsterdam"))?.pause).toMatchObject({ state: kind, reason: why });
  expect(await listActions(defaultLocale, { city: "amsterdam" })).not.toEqual([]);
  expect(await findEmbedContent(defaultLocale, { kind: "badge", slug: "amsterdam" })).toMatchObject(
    { text: kind === "on_hold" ? "Paused" : "Suspended" },
  );
  await step(amsterdam, "resumed");
  expect(await countEverywhere()).toEqual(before);
  expect((await findCity("amsterdam"))?.pause).toBeNull();
});

test("a member is suspended with a public reason, and with none it is not", async () => {
  expect(await step(amsterdam, "suspended")).toEqual({ ok: false, reason: "reasonMissing" });
  expect(await step(amsterdam, "on_hold", reason)).toEqual({ ok: false, reason: "reasonMissing" });
  expect(await countSignatories()).toBe(26);
  await step(amsterdam, "suspended", reason);
  const [row] = await datasetNamed("paused")!.rows();
  expect(row).toMatchObject({ name: "Amsterdam", state: "suspended", reason });
});

test("what is taken back counts again, as does a paused city that had left", async () => {
  await step(amsterdam, "suspended", reason);
  await takeLastStepBack();
  expect(await countSignatories()).toBe(26);
  await step(amsterdam, "on_hold");
  await step(amsterdam, "left");
  expect(await prisma.signatory.count({ where: { cityId: amsterdam } })).toBe(0);
  await takeLastStepBack();
  expect((await findCity("amsterdam"))?.pause?.state).toBe("on_hold");
  await takeLastStepBack();
  expect(await countSignatories()).toBe(26);
});

test("each step, rename and link is an entry of its own in the decision log, and so is its correction", async () => {
  await step(amsterdam, "suspended", reason);
  await step(amsterdam, "resumed");
  await rename(amsterdam, "Amsterdam", "Mokum");
  const { renames } = await listMemberChanges(amsterdam);
  await undoRename(renames[0]!.id, staffId);
  await link(losAngeles, amsterdam, "duplicate");
  const { links } = await listMemberChanges(losAngeles);
  await undoLink(links[0]!.id, staffId);
  const decisions = (await listPublishedDecisions()).reverse();
  expect(
    decisions.map(({ city, outcome, correctsId }) => [
      city.name,
      outcome,
      decisions.find(({ id }) => id === correctsId)?.outcome ?? null,
    ]),
  ).toEqual([
    ["Amsterdam", "suspended", null],
    ["Amsterdam", "resumed", null],
    ["Amsterdam", "renamed", null],
    ["Amsterdam", "renamed", "renamed"],
    ["Los Angeles", "duplicate", null],
    ["Los Angeles", "taken_back", "duplicate"],
  ]);
});

test("a city with a new name keeps its old address for good, with what is written of it there", async () => {
  const { version } = knownSiteVersion();
  const actions = await listActions(defaultLocale, { city: "amsterdam" });
  expect(await rename(amsterdam, "Amsterdam", "Mokum")).toEqual({ ok: true });
  expect(knownSiteVersion().version).not.toBe(version);
  expect(await findMovedSlug("amsterdam")).toBe("mokum");
  expect(await findMovedSlug("mokum")).toBeNull();
  const city = (await findCity("amsterdam"))!;
  expect(city).toMatchObject({
    slug: "mokum",
    name: "Mokum",
    contentSlug: "amsterdam",
    formerNames: [{ name: "Amsterdam" }],
  });
  expect(await findCityStatements(defaultLocale, city.contentSlug)).not.toBeNull();
  const renamed = await listActions(defaultLocale, { city: "mokum" });
  expect(renamed.map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
  expect(await listActions(defaultLocale)).toContainEqual(renamed[0]);
  expect((await listListingTimes()).map(({ slug }) => slug)).not.toContain("amsterdam");

  await rename(amsterdam, "Mokum", "Damrak");
  expect([await findMovedSlug("amsterdam"), await findMovedSlug("mokum")]).toEqual([
    "damrak",
    "damrak",
  ]);
});

test("a former address is never given to another city", async () => {
  await rename(amsterdam, "Amsterdam", "Ghent");
  await rename(amsterdam, "Ghent", "Mokum");
  const { slug } = await prisma.$transaction((tx) => ensureCity(tx, ghent));
  expect(slug).toBe("ghent-belgium");
  await rename(losAngeles, "Los Angeles", "Amsterdam");
  expect((await findCity("los-angeles"))?.slug).toBe("amsterdam-united-states");
});

test("a rename is undone once, and only the latest", async () => {
  await rename(amsterdam, "Amsterdam", "Mokum");
  await rename(amsterdam, "Mokum", "Damrak");
  const { renames } = await listMemberChanges(amsterdam);
  const undo = (index: number) => undoRename(renames[index]!.id, staffId);
  const refused = { ok: false, reason: "changedMeanwhile" };
  expect([await undo(1), await undo(0), await undo(0), await undo(1)]).toEqual([
    refused,
    { ok: true },
    refused,
    { ok: true },
  ]);
  expect(await findCity("damrak")).toMatchObject({ slug: "amsterdam", formerNames: [] });
});

test("a rename that a colleague has forestalled, or that changes nothing, is refused", async () => {
  expect(await rename(amsterdam, "Mokum", "Damrak")).toEqual({
    ok: false,
    reason: "changedMeanwhile",
  });
  expect(await rename(amsterdam, "Amsterdam", "Amsterdam")).toEqual({
    ok: false,
    reason: "sameName",
  });
  expect(await prisma.cityRename.count()).toBe(0);
});

test("the page of a merged city leads to the other, which counts alone, until it is undone", async () => {
  const before = await countEverywhere();
  await step(amsterdam, "on_hold");
  expect(await link(amsterdam, newYorkCity)).toEqual({ ok: true });
  expect(await findMovedSlug("amsterdam")).toBe("new-york-city");
  expect((await findCity("amsterdam"))?.slug).toBe("new-york-city");
  expect((await findCity("new-york-city"))?.merged).toMatchObject([{ name: "Amsterdam" }]);
  expect(await countEverywhere()).toEqual({
    ...allButOne,
    countries: before.countries - 1,
    isInSitemap: false,
    paused: [],
    pausedData: [],
  });
  const { links } = await listMemberChanges(newYorkCity);
  expect(await undoLink(links[0]!.id, staffId)).toEqual({ ok: true });
  expect(await undoLink(links[0]!.id, staffId)).toEqual({ ok: false, reason: "changedMeanwhile" });
  // As it was before: on hold.
  expect((await listPausedMembers()).map(({ name }) => name)).toEqual(["Amsterdam"]);
  await step(amsterdam, "resumed");
  expect(await countEverywhere()).toEqual(before);
});

test("a city leads neither to itself, nor in a circle, nor to one that is no member", async () => {
  expect(await link(amsterdam, amsterdam)).toEqual({ ok: false, reason: "sameCity" });
  expect(await link(amsterdam, ghent)).toEqual({ ok: false, reason: "noMember" });
  expect(await link(amsterdam, newYorkCity)).toEqual({ ok: true });
  expect(await link(newYorkCity, amsterdam)).toEqual({ ok: false, reason: "leadsOn" });
  expect(await link(amsterdam, losAngeles)).toEqual({ ok: false, reason: "changedMeanwhile" });
  await link(newYorkCity, losAngeles);
  expect(await findMovedSlug("amsterdam")).toBe("los-angeles");
});
