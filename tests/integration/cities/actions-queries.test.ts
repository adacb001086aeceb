import { beforeEach, describe, expect, test } from "vitest";
import { areasInOrder } from "@/lib/actions/areas";
import { listActions } from "@/lib/actions/queries";
import { withdrawApplication } from "@/lib/applications/commands";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
} from "@/lib/applications/review/review-commands";
import { removeSignatory } from "@/lib/cities/commands";
import { listReportedActions } from "@/lib/content/queries";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { addSampleSignatories, placeIds } from "@/tests/support/database/places";
import {
  submitConfirmed,
  openReview,
  statusToken,
  tickAllEvidence,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const { amsterdam, ghent } = placeIds;

let staffId: string;
let application: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
  application = await submitConfirmed();
  await prisma.application.update({
    where: { id: application },
    data: { submittedAt: new Date("2026-11-02T23:30:00Z") },
  });
  await tickAllEvidence(await openReview(application, staffId));
});

const approve = async () =>
  approveApplication(await openReview(application, staffId), {
    name: "City of Ghent",
    signedOn: new Date("2026-11-20"),
    message: null,
  });

const actionsOfGhent = () => listActions(defaultLocale, { city: "ghent" });

describe("what a city named in its application", () => {
  test("is public once the application is approved, with the city, the day and who says so", async () => {
    await approve();
    const actions = await actionsOfGhent();
    expect(actions.map(({ area }) => area)).toEqual(areasInOrder);
    expect(actions[0]).toEqual({
      id: "ghent-2026-11-02-principle-1",
      city: { cityId: ghent, slug: "ghent", name: "City of Ghent", countryCode: "BE" },
      area: "principle_1",
      principle: 1,
      status: "in_place",
      title: null,
      text: "Every library lends laptops and teaches how to use them.",
      textLocale: "en",
      date: "2026-11-02",
      source: {
        name: "City of Ghent, in its application to the coalition",
        url: "https://stad.example/digitaal",
      },
      progress: [{ status: "in_place", since: "2026-11-02" }],
    });
    expect(actions.at(-1)).toMatchObject({
      area: "process",
      principle: null,
      status: "planned",
      source: { url: null },
    });
  });

  test("is not public while the application awaits review", async () => {
    expect(await actionsOfGhent()).toEqual([]);
  });

  test("is not public when the application is declined", async () => {
    await declineApplication(await openReview(application, staffId), {
      reason: "other",
      message: "Not now.",
    });
    expect(await actionsOfGhent()).toEqual([]);
  });

  test("is not public when the application is withdrawn", async () => {
    await withdrawApplication(await statusToken(application));
    expect(await actionsOfGhent()).toEqual([]);
  });

  test("is no longer public when the approval is taken back", async () => {
    await approve();
    await reopenApplication(await openReview(application, staffId), "decided_in_error");
    expect(await actionsOfGhent()).toEqual([]);
  });

  test("is no longer public when the city leaves", async () => {
    await approve();
    await prisma.$transaction((tx) => removeSignatory(tx, ghent, staffId));
    expect(await actionsOfGhent()).toEqual([]);
  });
});

describe("what the coalition told of cities", () => {
  test("is public while the city is on the list", async () => {
    await addSampleSignatories();
    const told = await listActions(defaultLocale, { city: "amsterdam" });
    expect(told.map(({ id }) => id)).toContain("amsterdam-tada");
    await prisma.$transaction((tx) => removeSignatory(tx, amsterdam));
    const left = await listActions(defaultLocale);
    expect(left.filter(({ city }) => city.slug === "amsterdam")).toEqual([]);
    expect(left.map(({ id }) => id)).toContain("barcelona-decidim");
  });

  test("is of cities that are known: each of them shows", async () => {
    await addSampleSignatories();
    const told = await listReportedActions(defaultLocale);
    expect((await listActions(defaultLocale)).map(({ id }) => id).toSorted()).toEqual(
      told.map(({ slug }) => slug).toSorted(),
    );
  });

  test("gives its year, its title and who told it", async () => {
    await addSampleSignatories();
    const actions = await listActions(defaultLocale, { city: "amsterdam", status: "planned" });
    expect(actions.find(({ id }) => id === "amsterdam-tada")).toMatchObject({
      city: { cityId: amsterdam, name: "Amsterdam", countryCode: "NL" },
      area: "principle_3",
      principle: 3,
      title: "Tada, clarity about data",
      date: "2018",
      source: { name: "The coalition, at its launch", url: null },
    });
  });
});

test("the newest comes first, then cities by name, then the principles in their order", async () => {
  await addSampleSignatories();
  await approve();
  const actions = await listActions(defaultLocale);
  const cities = [...new Set(actions.map(({ city }) => city.slug))];
  expect(cities).toEqual(["ghent", "amsterdam", "barcelona", "new-york-city"]);
  const areasOfBarcelona = actions
    .filter(({ city }) => city.slug === "barcelona")
    .map(({ area }) => area);
  expect([...new Set(areasOfBarcelona)]).toEqual([
    "principle_2",
    "principle_3",
    "principle_4",
    "principle_5",
    "institutional",
  ]);
});

test("a filter narrows by area, country and state together", async () => {
  await addSampleSignatories();
  await approve();
  const actions = await listActions(defaultLocale, {
    area: "principle_3",
    country: "NL",
    status: "planned",
  });
  expect(actions.map(({ id }) => id)).toEqual(["amsterdam-algorithm-audit", "amsterdam-tada"]);
});
