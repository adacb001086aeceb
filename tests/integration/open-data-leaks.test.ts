import { beforeAll, expect, test } from "vitest";
import sitemap from "@/app/sitemap";
import { confirmApplication, withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { findCard } from "@/lib/cards/queries";
import { prisma } from "@/lib/db";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { invalidateEndorsement } from "@/lib/endorsements/review/review-commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { takeSnapshots } from "@/lib/open-data/snapshot-commands";
import type { ApplicationState } from "@/prisma/generated/enums";
import { ask, askAndConfirm, countVoices } from "@/tests/support/endorse";
import { allDataPaths, readData, readRows } from "@/tests/support/open-data";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import {
  handIn,
  hireReviewer,
  openReview,
  statusToken,
  tickAllEvidence,
} from "@/tests/support/review";
import { tablesThatKnow } from "@/tests/support/traces";

// Applications and requests in every state, with a word in each of their texts that stands nowhere
// else: no public file may hold it. What is public by consent has a word of its own.

const secret = "quokka";
const shown = "wombat";

const cities: Readonly<Record<ApplicationState, keyof typeof placeIds>> = {
  unconfirmed: "antwerp",
  submitted: "eindhoven",
  changes_requested: "cairo",
  approved: "tokyo",
  declined: "beirut",
  withdrawn: "reykjavik",
};
const states = Object.keys(cities) as ApplicationState[];

let staffId: string;

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
  staffId = await hireReviewer(`${secret}@coalition.example`);
  for (const [index, state] of states.entries()) await handInUntil(state, index);
  await endorseInEveryState();
  await recordStep({
    cityId: placeIds.ghent,
    kind: "contacted",
    note: `The ${secret} called.`,
    staffId,
    seenSteps: 0,
  });
  await takeSnapshots(new Date("2026-11-01T00:01:00Z"));
});

/** Its texts are changed in the database, where no form objects to them. */
async function handInUntil(state: ApplicationState, index: number): Promise<void> {
  const id = await handIn({
    submissionKey: `00000000-0000-4000-8000-00000000000${index}`,
    cityId: placeIds[cities[state]],
    contactEmail: `${secret}.${state}@stad.example`,
    isDecisionPublic: true,
  });
  const word = `${secret} of ${state}`;
  const ofDecision = state === "approved" ? shown : word;
  await prisma.application.update({
    where: { id },
    data: {
      contactName: word,
      contactRole: word,
      contactDepartment: word,
      mandateBody: ofDecision,
      mandateUrl: `https://stad.example/${ofDecision.replaceAll(" ", "-")}`,
      mandateAuthorityName: word,
      mandateAuthorityTitle: word,
    },
  });
  const ofAction = state === "approved" ? shown : secret;
  await prisma.checklistAnswer.updateMany({
    where: { applicationId: id },
    data: { description: `An action, ${ofAction}.`, url: `https://stad.example/${ofAction}` },
  });
  if (state === "unconfirmed") return;
  const token = await statusToken(id);
  await confirmApplication(token);
  const review = () => openReview(id, staffId);
  const message = `The ${word} was told.`;
  if (state === "withdrawn") await withdrawApplication(token);
  if (state === "changes_requested") await requestChanges(await review(), { message });
  if (state === "declined")
    await declineApplication(await review(), { reason: "cannot_verify", message });
  if (state !== "approved") return;
  await tickAllEvidence(await review());
  await prisma.evidenceTick.updateMany({ data: { note: `The ${word} was seen.` } });
  const approval = { name: "Tokyo", signedOn: new Date("2026-10-20"), message };
  await approveApplication(await review(), approval);
}

async function endorseInEveryState(): Promise<void> {
  const resident = (state: string) => ({
    email: `${secret}.${state}@ghent.example`,
    name: `The ${secret} ${state}`,
    isNamePublic: false,
    wantsNews: true,
  });
  await ask(resident("unconfirmed"));
  await askAndConfirm(resident("confirmed"));
  await askAndConfirm({ ...resident("named"), isNamePublic: true });
  await askAndConfirm({ ...resident("thanking"), cityId: placeIds.amsterdam });
  await askAndConfirm(resident("held"), { suspicions: ["honeypot"] });
  await askAndConfirm(resident("invalidated"));
  const { id } = await prisma.endorsement.findFirstOrThrow({
    where: { email: resident("invalidated").email },
  });
  await prisma.$transaction((tx) =>
    invalidateEndorsement(tx, id, staffId, new Date(), "confirmed"),
  );
  await countVoices(12, `${secret}.example`);
}

const holdsSecret = (text: string): boolean => text.toLowerCase().includes(secret);

test("the database knows the secret in every table that people write to", async () => {
  expect(await tablesThatKnow(secret)).toEqual(
    expect.arrayContaining([
      ...["application", "checklist_answer", "city_step", "decision"],
      ...["endorsement", "evidence_tick", "mail"],
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
  expect(snapshots).toHaveLength(7);
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
