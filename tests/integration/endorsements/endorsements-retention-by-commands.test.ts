import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addSignatory } from "@/lib/cities/commands";
import { hashAddress } from "@/lib/endorsements/abuse/address";
import { runBulkReview, undoBulkReview } from "@/lib/endorsements/review/bulk-review";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { countEndorsements } from "@/lib/endorsements/queries";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { prisma } from "@/lib/db";
import { runDailyJob } from "@/lib/jobs/daily-run";
import { endorse, endorseAndConfirm, readMail } from "@/tests/support/endorse";
import { placeIds } from "@/tests/support/database/places";
import { recordResult } from "@/tests/support/runners/record-result";
import { successOf } from "@/tests/support/result";
import { resetWithReviewer } from "@/tests/support/applications/review";
import { tablesThatKnow } from "@/tests/support/database/traces";

// Each state is reached by the commands, and then the person is looked for in every table, before
// and after the time that the privacy page names.

const { ghent, antwerp } = placeIds;
const email = "Ada.Lovelace+ghent@GoogleMail.com";
const resident = { email, name: "Ada of the Leie", isNamePublic: true, wantsNews: true };
const secondName = "Augusta of the Scheldt";
const person = [email, "adalovelace", "lovelace", resident.name, secondName];
const fingerprint = hashAddress(email);
const start = new Date();
const hoursLater = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const daysLater = (days: number) => hoursLater(days * 24);

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
});

const tokenOf = async () => (await readMail(email)).token;
const holdEndorsement = () => endorseAndConfirm(resident, { suspicions: ["too_fast"] }, start);
const review = async (action: "release" | "invalidate", state: "held" | "confirmed") =>
  successOf(await runBulkReview({ action, filter: { state }, until: start, staffId }, start));

/**
 * The tables that know the person after the nightly job of that time, and those that know the
 * fingerprint.
 */
async function known(time: Date): Promise<{ person: string[]; fingerprint: string[] }> {
  await runDailyJob(time);
  return {
    person: await tablesThatKnow(...person),
    fingerprint: await tablesThatKnow(fingerprint),
  };
}

const traces = { value: 0, sample: 0 };
afterAll(() => recordResult("personalTraces", traces));

/** After the nightly job of that time, no table knows the person or the fingerprint. */
async function expectForgotten(time: Date): Promise<void> {
  const left = await known(time);
  traces.value += left.person.length + left.fingerprint.length;
  traces.sample += 1;
  expect(left).toEqual({ person: [], fingerprint: [] });
}

describe("an active endorsement is kept for two years, and then nowhere", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["confirmed by the link", () => endorseAndConfirm(resident, {}, start)],
    [
      "confirmed by the code",
      async () =>
        confirmByCode(
          await endorse(resident, {}, start),
          (await readMail(email)).code,
          "192.0.2.0/24",
          start,
        ),
    ],
    ["held", holdEndorsement],
    ["released by staff", async () => (await holdEndorsement(), await review("release", "held"))],
    [
      "held again, because releasing it was undone",
      async () => (
        await holdEndorsement(),
        await undoBulkReview((await review("release", "held")).id, staffId, start)
      ),
    ],
    [
      "without mails, because they were stopped",
      async () => choose(await endorseAndConfirm(resident, {}, start), "stopMails"),
    ],
  ])("%s", async (_, reachIt) => {
    await reachIt();
    expect(await known(daysLater(729))).toEqual({
      person: ["endorsement"],
      fingerprint: ["endorsement"],
    });
    await expectForgotten(daysLater(730));
  });
});

test("what is asked and reminded of and never confirmed is kept for three days, and then nowhere", async () => {
  await endorse(resident, { network: "192.0.2.0/24" }, start);
  await endorse({ ...resident, cityId: antwerp, name: secondName }, {}, start);
  await remindUnconfirmed(hoursLater(30));
  expect(await known(hoursLater(71))).toEqual({
    person: ["endorsement", "mail"],
    fingerprint: ["endorsement"],
  });
  await expectForgotten(hoursLater(72));
});

describe("an endorsement that joins another of its address", () => {
  async function joinTwo(): Promise<void> {
    await endorse(resident, {}, start);
    const first = await tokenOf();
    await endorse({ ...resident, name: secondName }, {}, start);
    expect([
      await confirmByLink(first, start),
      await confirmByLink(await tokenOf(), start),
    ]).toEqual([
      { ok: true, confirmation: "counted" },
      { ok: true, confirmation: "alreadyCounts" },
    ]);
  }

  test("leaves nothing of what it said", async () => {
    await joinTwo();
    expect(await tablesThatKnow(secondName)).toEqual([]);
    expect(await prisma.endorsement.count()).toBe(1);
  });

  test("leaves its mails to the active one, with which they go", async () => {
    await joinTwo();
    expect(
      await prisma.mail.findMany({
        where: { endorsementId: { not: (await prisma.endorsement.findFirstOrThrow()).id } },
      }),
    ).toEqual([]);
    await endEndorsement(await tokenOf(), "deleted", start);
    await expectForgotten(daysLater(1));
  });

  test("is gone with the active one after two years", async () => {
    await joinTwo();
    await runDailyJob(daysLater(730));
    expect(await tablesThatKnow(...person, fingerprint)).toEqual([]);
  });
});

test("an endorsement of an address that counts already says nothing, and is gone after three days", async () => {
  await endorseAndConfirm(resident, {}, start);
  await endorse({ ...resident, name: secondName }, {}, start);
  expect(await tablesThatKnow(secondName)).toEqual([]);
  await runDailyJob(daysLater(3));
  expect(await prisma.endorsement.findMany({ select: { state: true, name: true } })).toEqual([
    { state: "confirmed", name: resident.name },
  ]);
});

describe("whoever ends it is known of nowhere from that moment; a fingerprint stays where it must not come back", () => {
  const reach = {
    unconfirmed: () => endorse(resident, {}, start),
    confirmed: () => endorseAndConfirm(resident, {}, start),
    held: holdEndorsement,
  };

  test.each<[keyof typeof reach, "withdrawn" | "deleted" | "not_me", string[]]>([
    ["unconfirmed", "withdrawn", []],
    ["unconfirmed", "deleted", []],
    ["unconfirmed", "not_me", ["suppression"]],
    ["confirmed", "withdrawn", ["suppression"]],
    ["confirmed", "deleted", []],
    ["confirmed", "not_me", ["suppression"]],
    ["held", "withdrawn", ["suppression"]],
    ["held", "deleted", []],
    ["held", "not_me", ["suppression"]],
  ])("%s, then %s: %j", async (state, ending, tables) => {
    await reach[state]();
    await endorse({ ...resident, name: secondName }, {}, start);
    await endEndorsement(await tokenOf(), ending, start);
    expect(await tablesThatKnow(...person)).toEqual([]);
    expect(await known(daysLater(729))).toEqual({ person: [], fingerprint: tables });
    await expectForgotten(daysLater(730));
  });

  test.each(["held", "confirmed"] as const)("staff invalidate what is %s", async (state) => {
    await reach[state]();
    const { id } = await review("invalidate", state);
    expect(await tablesThatKnow(...person)).toEqual([]);
    expect(await known(daysLater(729))).toEqual({ person: [], fingerprint: ["suppression"] });
    expect(await undoBulkReview(id, staffId, daysLater(729))).toEqual({
      ok: false,
      reason: "tooLate",
    });
    await expectForgotten(daysLater(730));
  });

  test.each(["held", "confirmed"] as const)(
    "staff take that back, where it was %s: the endorsement has no person, and goes in its time",
    async (state) => {
      await reach[state]();
      await undoBulkReview((await review("invalidate", state)).id, staffId, hoursLater(1));
      expect(await known(daysLater(729))).toEqual({ person: [], fingerprint: ["endorsement"] });
      await expectForgotten(daysLater(730));
    },
  );
});

test("who ends it in one city is kept in another, and is known there only", async () => {
  await endorseAndConfirm(resident, {}, start);
  const token = await endorseAndConfirm(
    { ...resident, cityId: antwerp, name: secondName },
    {},
    start,
  );
  await endEndorsement(token, "deleted", start);
  expect([await tablesThatKnow(secondName), await tablesThatKnow(resident.name)]).toEqual([
    [],
    ["endorsement"],
  ]);
  expect(await prisma.endorsement.findMany({ select: { placeId: true } })).toEqual([
    { placeId: ghent },
  ]);
  expect(await prisma.mail.count()).toBe(1);
});

test("ninety days after their city came onto the list residents who asked are known nowhere, also where staff held them", async () => {
  await endorseAndConfirm(resident, {}, start);
  await endorseAndConfirm(
    { ...resident, email: "held@ghent.example" },
    { suspicions: ["too_fast"] },
    start,
  );
  await prisma.$transaction((tx) =>
    addSignatory(tx, {
      cityId: ghent,
      name: "Ghent",
      signedOn: start,
      applicationId: null,
      declarationVersion: "1.0",
    }),
  );
  await prisma.signatory.updateMany({ data: { createdAt: start } });
  expect((await known(daysLater(89))).person).toEqual(["endorsement", "mail"]);
  await runDailyJob(daysLater(90));
  expect(
    await tablesThatKnow(
      ...person,
      fingerprint,
      "held@ghent.example",
      hashAddress("held@ghent.example"),
    ),
  ).toEqual([]);
  expect(await countEndorsements(ghent)).toMatchObject({ asks: 1 });
});
