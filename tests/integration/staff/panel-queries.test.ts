// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { globSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { claimApplication } from "@/lib/applications/claims/claim-commands";
import { queueViews } from "@/lib/applications/review/queue-filter";
import { declineApplication } from "@/lib/applications/review/review-commands";
import { listCityEvents } from "@/lib/applications/review/review-queries";
import { createStandardText } from "@/lib/applications/standard-texts/commands";
import { secondLookViews } from "@/lib/applications/second-look/second-look-views";
import { memberViews } from "@/lib/cities/member-schema";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";
import { prisma } from "@/lib/db";
import { listCityMonths } from "@/lib/endorsements/counts/monthly-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { endorseAndConfirm } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { signInAs } from "@/tests/support/staff/signed-in";
import { successOf } from "@/tests/support/result";
import {
  submitConfirmed,
  openReview,
  tickAllEvidence,
  resetWithSignatories,
} from "@/tests/support/applications/review";

const most = 12;

type Asked = { id?: string | number } & Record<string, unknown>;

let browser: TestBrowser;
let staffId: string;
let declined: string;
let waiting: string;
let textId: string;
let publicationId: string;
let proposalId: string;

/** Page → what is asked of it: the id in its path, and the query. */
const table: Readonly<Record<string, () => Asked[]>> = {
  "account/page.tsx": () => [{}],
  "applications/[id]/page.tsx": () =>
    ["", "overdue"].flatMap((view) => [
      { id: waiting, view },
      { id: declined, view, done: "declined" },
      { id: waiting, view, then: "next", done: "declined", decided: declined },
    ]),
  "applications/several/page.tsx": () => [{}, { what: "assign", choose: [waiting], to: staffId }],
  "endorsements/blocks/page.tsx": () => [{}],
  "endorsements/cities/[id]/page.tsx": () => [{ id: placeIds.ghent }, { id: placeIds.amsterdam }],
  "endorsements/page.tsx": () => [{}],
  "endorsements/review/page.tsx": () => [
    {},
    { state: "confirmed", city: "Ghent, Flanders, Belgium" },
  ],
  "exports/page.tsx": () => [{}],
  "log/openings/page.tsx": () => [{}, { city: "Ghent", application: "CC-2222-2222" }],
  "log/page.tsx": () => [{}, { city: "Ghent", application: "CC-2222-2222", what: "city" }],
  "members/[id]/contacts/page.tsx": () => [{ id: placeIds.amsterdam }],
  "members/[id]/page.tsx": () => [{ id: placeIds.amsterdam }],
  "members/[id]/public-page/page.tsx": () => [{ id: placeIds.amsterdam }],
  "members/page.tsx": () => memberViews.map((view) => ({ view, query: "a" })),
  "members/proposals/[id]/page.tsx": () => [{ id: proposalId }],
  "members/proposals/page.tsx": () => [{}],
  "operations/page.tsx": () => [{}],
  "overview/page.tsx": () => [{}],
  "page.tsx": () => [
    {},
    { state: "declined" },
    ...queueViews.map((view) => ({ view })),
    { q: "Ghent" },
    { page: "99" },
  ],
  "publishing/[id]/page.tsx": () => [{ id: publicationId }],
  "publishing/announcements/page.tsx": () => [{}],
  "publishing/new/page.tsx": () => [{}],
  "publishing/page.tsx": () => [{}, { query: "handbook" }],
  "second-look/page.tsx": () => secondLookViews.map((view) => ({ view })),
  "settings/page.tsx": () => [{}],
  "staff/page.tsx": () => [{}],
  "texts/[id]/page.tsx": () => [{ id: textId }],
  "texts/page.tsx": () => [{}],
};

/** With the reason. */
const withoutStaff: Readonly<Record<string, string>> = {
  "sign-in/page.tsx": "nobody is signed in yet",
  "sign-in/continue/page.tsx": "nobody is signed in yet",
  "sign-in/first/page.tsx": "nobody is signed in yet",
};

beforeAll(async () => {
  staffId = await resetWithSignatories("ada@example.org");
  await prisma.user.update({ where: { id: staffId }, data: { role: "administrator" } });
  browser = await signInAs(staffId);
  await addApplications();
  await addEndorsements();
  await addWhatEditorsWrite();
});

/** One that waits, one that was declined, and one of another city. */
async function addApplications(): Promise<void> {
  const submit = (number: number, cityId: number = placeIds.ghent) =>
    submitConfirmed({ submissionKey: `00000000-0000-4000-8000-00000000000${number}`, cityId });
  declined = await submit(1);
  await declineApplication(await openReview(declined, staffId), {
    reason: "no_mandate",
    message: "There is no resolution.",
  });
  waiting = await submit(2);
  await submit(3, placeIds.antwerp);
  await claimApplication(
    { applicationId: waiting, staffId, seenHolderId: null },
    { now: new Date(), settings: reviewSettings },
  );
  await tickAllEvidence(await openReview(waiting, staffId));
}

/** Everything that the page of an asked city can show. */
async function addEndorsements(): Promise<void> {
  await endorseAndConfirm();
  const cityId = placeIds.ghent;
  const step = { cityId, kind: "contacted", staffId } as const;
  await prisma.cityStep.createMany({
    data: [step, { ...step, takenBackAt: new Date(), takenBackById: staffId }],
  });
  await prisma.milestone.create({ data: { cityId, count: 10 } });
  const closesAt = new Date(Date.now() + 3_600_000);
  await prisma.spotCheck.create({ data: { cityId, asked: 10, closesAt, staffId } });
}

async function addWhatEditorsWrite(): Promise<void> {
  const text = { title: "No resolution", body: "There is no resolution." };
  ({ id: textId } = successOf(
    await createStandardText(
      { kind: "decline", reason: null, locale: defaultLocale, ...text },
      staffId,
    ),
  ));
  const { id } = await prisma.publication.create({
    data: { kind: "news", slug: "a-handbook" },
    select: { id: true },
  });
  publicationId = id;
  const written = { title: "A handbook", description: "For cities.", body: "It is here." };
  const version = await prisma.publicationVersion.create({
    data: { publicationId, locale: defaultLocale, number: 1, ...written, staffId },
    select: { id: true },
  });
  await prisma.publicationText.create({
    data: { publicationId, locale: defaultLocale, latestId: version.id },
  });
  await addToMember(placeIds.amsterdam);
}

/** Everything that the pages of a member can show. */
async function addToMember(cityId: number): Promise<void> {
  const contact = await prisma.memberContact.create({
    data: { cityId, kind: "general", name: "An Official", role: "Adviser", ...anAddress },
    select: { id: true },
  });
  ({ id: proposalId } = await prisma.pageProposal.create({
    data: { cityId, contactId: contact.id, changes: [] },
    select: { id: true },
  }));
  await prisma.cityLink.create({
    data: { kind: "merged", cityId: placeIds.losAngeles, intoCityId: cityId },
  });
  const renaming = { nameBefore: "Mokum", nameAfter: "Amsterdam" };
  const moving = { slugBefore: "mokum", slugAfter: "amsterdam" };
  await prisma.cityRename.create({ data: { cityId, ...renaming, ...moving } });
  await prisma.event.create({
    data: { kind: "member_renamed", actor: "staff", staffId, cityId },
  });
}

const anAddress = { email: "an.official@example.org", locale: defaultLocale };

async function countQueries(file: string, { id, ...query }: Asked): Promise<number> {
  const { default: page } = (await import(
    /* @vite-ignore */ join(process.cwd(), "app/admin", file)
  )) as { default: (props: object) => Promise<unknown> };
  const props = {
    params: Promise.resolve({ id: String(id) }),
    searchParams: Promise.resolve(query),
  };
  const queries = vi.spyOn(pg.Client.prototype, "query");
  try {
    const answer = await browser.request(() => page(props));
    // A page that sends elsewhere has not been counted.
    expect(answer).not.toHaveProperty("redirectedTo");
    return queries.mock.calls.length;
  } finally {
    queries.mockRestore();
  }
}

test("every page of the panel is counted", () => {
  const pages = globSync("**/page.tsx", { cwd: "app/admin" });
  expect(Object.keys({ ...table, ...withoutStaff }).sort()).toEqual(pages.sort());
});

describe.each(Object.entries(table))("%s", (file, askedOf) => {
  test("asks the database a few times only", async () => {
    for (const asked of askedOf()) {
      const counted = await countQueries(file, asked);
      expect(counted, JSON.stringify(asked)).toBeGreaterThan(0);
      expect(counted, JSON.stringify(asked)).toBeLessThanOrEqual(most);
    }
  });
});

test("the timeline has all applications and steps of the city, and its endorsements by month", async () => {
  await prisma.event.create({
    data: { kind: "city_contacted", actor: "staff", staffId, cityId: placeIds.ghent },
  });
  await prisma.event.create({
    data: { kind: "endorsement_confirmed", actor: "resident", cityId: placeIds.ghent },
  });
  const tally = { cityId: placeIds.antwerp, kind: "asks" } as const;
  await prisma.endorsementTally.createMany({
    data: [
      { ...tally, day: new Date("2026-10-30"), added: 2 },
      { ...tally, day: new Date("2026-11-02"), added: 3, removed: 1 },
      { ...tally, day: new Date("2026-11-20"), added: 4 },
    ],
  });
  const events = await listCityEvents(placeIds.ghent);
  expect(events[0]).toMatchObject({
    kind: "city_contacted",
    applicationId: null,
    staffName: "ada@example.org",
  });
  const of = (id: string) =>
    events.filter(({ applicationId }) => applicationId === id).map(({ kind }) => kind);
  expect(of(declined)).toEqual([
    "application_declined",
    "application_confirmed",
    "application_submitted",
  ]);
  expect(of(waiting)).toContain("application_claimed");
  expect(events.map(({ kind }) => kind)).not.toContain("endorsement_confirmed");
  expect(await listCityMonths(placeIds.antwerp)).toEqual([
    { month: "2026-11", kind: "asks", added: 7, removed: 1 },
    { month: "2026-10", kind: "asks", added: 2, removed: 0 },
  ]);
});
