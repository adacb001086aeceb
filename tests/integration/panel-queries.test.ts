// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/next-request";
import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import EndorsementsPage from "@/app/admin/endorsements/page";
import ContactsPage from "@/app/admin/members/[id]/contacts/page";
import MembersPage from "@/app/admin/members/page";
import SecondLookPage from "@/app/admin/second-look/page";
import TextPage from "@/app/admin/texts/[id]/page";
import TextsPage from "@/app/admin/texts/page";
import QueuePage from "@/app/admin/page";
import OperationsPage from "@/app/admin/operations/page";
import OverviewPage from "@/app/admin/overview/page";
import SeveralPage from "@/app/admin/applications/several/page";
import ApplicationPage from "@/app/admin/applications/[id]/page";
import { claimApplication } from "@/lib/applications/review/claim-commands";
import { queueViews } from "@/lib/applications/review/queue-filter";
import { declineApplication } from "@/lib/applications/review/review-commands";
import { listCityEvents } from "@/lib/applications/review/review-queries";
import { createStandardText } from "@/lib/applications/standard-texts/commands";
import { secondLookViews } from "@/lib/applications/second-look/second-look-views";
import { defaultSettings as reviewSettings } from "@/lib/settings/schema";
import { prisma } from "@/lib/db";
import { listCityMonths } from "@/lib/endorsements/counts/monthly-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { hashToken, newToken } from "@/lib/tokens";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";
import { successOf } from "@/tests/support/result";
import { submitConfirmed, hireReviewer, openReview, tickAllEvidence } from "@/tests/support/review";

const most = 12;

let browser: TestBrowser;
let staffId: string;
let declined: string;
let waiting: string;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  staffId = await hireReviewer("ada@example.org");
  browser = await signIn(staffId);
  const submitUnconfirmed = (number: number, cityId: number = placeIds.ghent) =>
    submitConfirmed({ submissionKey: `00000000-0000-4000-8000-00000000000${number}`, cityId });
  declined = await submitUnconfirmed(1);
  await declineApplication(await openReview(declined, staffId), {
    reason: "no_mandate",
    message: "There is no resolution.",
  });
  waiting = await submitUnconfirmed(2);
  await submitUnconfirmed(3, placeIds.antwerp);
  await claimApplication(
    { applicationId: waiting, staffId, seenHolderId: null },
    { now: new Date(), settings: reviewSettings },
  );
  await tickAllEvidence(await openReview(waiting, staffId));
});

async function signIn(userId: string): Promise<TestBrowser> {
  const token = newToken();
  const expires = new Date(Date.now() + 3_600_000);
  await prisma.session.create({ data: { sessionToken: hashToken(token), userId, expires } });
  const signedIn = new TestBrowser();
  signedIn.cookies.set("staff-session", { value: token });
  return signedIn;
}

async function countQueries(show: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await browser.request(show);
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}

test.each([{}, { state: "declined" }, ...queueViews.map((view) => ({ view })), { q: "Ghent" }])(
  "the queue asks the database a few times only: %j",
  async (params) => {
    const asked = await countQueries(() => QueuePage({ searchParams: Promise.resolve(params) }));
    expect(asked).toBeGreaterThan(3);
    expect(asked).toBeLessThanOrEqual(most);
  },
);

test("so does the overview, and the page where several are chosen and previewed", async () => {
  const overview = await countQueries(() => OverviewPage({ searchParams: Promise.resolve({}) }));
  const several = await countQueries(() => SeveralPage({ searchParams: Promise.resolve({}) }));
  const previewed = await countQueries(() =>
    SeveralPage({
      searchParams: Promise.resolve({ what: "assign", choose: [waiting], to: staffId }),
    }),
  );
  for (const asked of [overview, several, previewed]) {
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThanOrEqual(most);
  }
});

test("so does the operator's page", async () => {
  await prisma.user.update({ where: { id: staffId }, data: { role: "administrator" } });
  const asked = await countQueries(() => OperationsPage());
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThanOrEqual(most);
});

test.each([...secondLookViews])("so does what waits for a second look: %s", async (view) => {
  const asked = await countQueries(() =>
    SecondLookPage({ searchParams: Promise.resolve({ view }) }),
  );
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThanOrEqual(most);
});

test.each(["", "overdue"])(
  "so does the page of an application, from the queue and after a decision: %s",
  async (view) => {
    const show = (id: string, asked: Record<string, string>) =>
      countQueries(() =>
        ApplicationPage({
          params: Promise.resolve({ id }),
          searchParams: Promise.resolve(view ? { ...asked, view } : asked),
        }),
      );
    for (const asked of [
      await show(waiting, {}),
      await show(declined, { done: "declined" }),
      await show(waiting, { then: "next", done: "declined", decided: declined }),
    ]) {
      expect(asked).toBeGreaterThan(3);
      expect(asked).toBeLessThanOrEqual(most);
    }
  },
);

test("so do the pages of members, of contacts, of texts and of endorsements", async () => {
  await addSampleSignatories();
  const text = { title: "No resolution", body: "There is no resolution." };
  const { id: textId } = successOf(
    await createStandardText(
      { kind: "decline", reason: null, locale: defaultLocale, ...text },
      staffId,
    ),
  );
  const searchParams = Promise.resolve({});
  const of = (id: number | string) => ({
    params: Promise.resolve({ id: String(id) }),
    searchParams,
  });
  const counted = [
    await countQueries(() => MembersPage({ searchParams })),
    await countQueries(() => ContactsPage(of(placeIds.amsterdam))),
    await countQueries(() => TextsPage({ searchParams })),
    await countQueries(() => TextPage(of(textId))),
    await countQueries(() => EndorsementsPage({ searchParams })),
  ];
  expect(Math.min(...counted)).toBeGreaterThan(2);
  expect(counted.filter((asked) => asked > most)).toEqual([]);
});

test("the timeline has all applications and steps of the city, and its endorsements by month", async () => {
  await prisma.event.create({
    data: { kind: "city_contacted", actor: "staff", staffId, cityId: placeIds.ghent },
  });
  await prisma.event.create({
    data: { kind: "endorsement_confirmed", actor: "resident", cityId: placeIds.ghent },
  });
  const tally = { cityId: placeIds.ghent, kind: "asks" } as const;
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
  expect(await listCityMonths(placeIds.ghent)).toEqual([
    { month: "2026-11", kind: "asks", added: 7, removed: 1 },
    { month: "2026-10", kind: "asks", added: 2, removed: 0 },
  ]);
});
