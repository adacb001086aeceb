import { beforeEach, expect, test } from "vitest";
import { enforceRetention } from "@/lib/applications/retention";
import { addSignatory } from "@/lib/cities/commands";
import { keyedHash } from "@/lib/abuse/keyed-hash";
import { mailboxOf } from "@/lib/abuse/mailbox";
import { hashAddress } from "@/lib/endorsements/abuse/address";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import { countEndorsements, listDailyCounts } from "@/lib/endorsements/queries";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { enforceEndorsementRetention } from "@/lib/endorsements/retention/retention";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { tablesThatKnow } from "@/tests/support/database/traces";

const email = "Ada.Lovelace+ghent@GoogleMail.com";
const resident = { email, name: "Ada of the Leie", isNamePublic: true, wantsNews: true };
const now = new Date("2026-11-23T09:00:00Z");
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const daysLater = (days: number) => hoursLater(days * 24);
const nothing = { unconfirmed: 0, past: 0, suppressions: 0, counts: 0, networkMarks: 0 };

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

const person = [email, "adalovelace", "lovelace", resident.name];
const everything = [...person, hashAddress(email)];

test("what is not confirmed is reminded of once, after a day, and deleted after 72 hours", async () => {
  await endorse(resident, {}, now);
  await endorse(resident, {}, hoursLater(1));
  expect(await remindUnconfirmed(hoursLater(23))).toBe(0);
  expect([
    await remindUnconfirmed(hoursLater(26)),
    await remindUnconfirmed(hoursLater(27)),
  ]).toEqual([1, 0]);
  expect((await readMail(email)).kind).toBe("endorsement_reminder");

  expect(await enforceEndorsementRetention(hoursLater(71))).toMatchObject({ unconfirmed: 0 });
  expect(await tablesThatKnow(...person)).toEqual(["endorsement", "mail"]);
  expect(await enforceEndorsementRetention(hoursLater(73))).toMatchObject({ unconfirmed: 2 });
  expect(await tablesThatKnow(...everything)).toEqual([]);
  expect(await enforceEndorsementRetention(hoursLater(74))).toEqual(nothing);
});

test("the link of the reminder confirms, and nobody is reminded who confirmed or has stopped mails", async () => {
  await endorse(resident, {}, now);
  await endorse({ email: "quiet@ghent.example" }, {}, now);
  await choose((await readMail("quiet@ghent.example")).token, "stopMails");
  await endorseAndConfirm({ email: "done@ghent.example" }, {}, now);
  expect(await remindUnconfirmed(hoursLater(25))).toBe(1);
  expect(await confirmByLink((await readMail(email)).token, hoursLater(26))).toEqual({
    ok: true,
    confirmation: "counted",
  });
});

test.each([
  ["withdrawn", ["suppression"]],
  ["not_me", ["suppression"]],
  ["deleted", []],
] as const)(
  "what is %s is forgotten at once: only %j know the fingerprint",
  async (ending, tables) => {
    const token = await endorseAndConfirm(resident, {}, now);
    await endEndorsement(token, ending, now);
    expect(await tablesThatKnow(...person)).toEqual([]);
    // Counted until midnight, so that nobody is sent more mails than are bearable.
    const countedMailbox = keyedHash("count", mailboxOf(email));
    expect(await tablesThatKnow(countedMailbox)).toEqual(["rate_limit_count"]);
    await enforceEndorsementRetention(daysLater(1));
    expect(await tablesThatKnow(countedMailbox)).toEqual([]);
    expect(await tablesThatKnow(hashAddress(email))).toEqual(tables);
    expect(await enforceEndorsementRetention(daysLater(730))).toEqual({
      ...nothing,
      suppressions: tables.length,
    });
    expect(await tablesThatKnow(...everything)).toEqual([]);
  },
);

test("after two years only the number is left", async () => {
  await endorseAndConfirm(resident, {}, now);
  await enforceEndorsementRetention(daysLater(729));
  expect(await tablesThatKnow(...person)).toEqual(["endorsement", "mail"]);
  expect(await enforceEndorsementRetention(daysLater(730))).toEqual({ ...nothing, past: 1 });
  expect(await tablesThatKnow(...everything)).toEqual([]);

  expect(await countEndorsements(placeIds.ghent)).toMatchObject({ asks: 1 });
  expect(await listDailyCounts(placeIds.ghent)).toEqual([
    { day: new Date("2026-11-23"), added: 1, removed: 0 },
  ]);
  expect(
    (await prisma.event.findMany({ where: { kind: "endorsements_deleted" } })).map(
      ({ detail }) => detail,
    ),
  ).toEqual([{ because: "past", count: 1 }]);
});

test("ninety days after the city came onto the list only the number is left, and thanks stay", async () => {
  await endorseAndConfirm(resident, {}, now);
  await prisma.$transaction((tx) =>
    addSignatory(tx, {
      cityId: placeIds.ghent,
      name: "Ghent",
      signedOn: now,
      applicationId: null,
      declarationVersion: "2018",
    }),
  );
  await prisma.signatory.updateMany({ data: { createdAt: daysLater(10) } });
  await endorseAndConfirm({ email: "thankful@ghent.example" }, {}, daysLater(11));

  expect(await enforceEndorsementRetention(daysLater(99))).toMatchObject({ past: 0 });
  expect(await enforceEndorsementRetention(daysLater(100))).toMatchObject({ past: 1 });
  expect(await tablesThatKnow(...everything)).toEqual([]);
  expect(await countEndorsements(placeIds.ghent)).toMatchObject({ asks: 1, thanks: 1 });
});

test("a network is known by nothing but marks, whose key dies with its day, and which go themselves after three", async () => {
  await endorseAndConfirm({}, { network: "192.0.2.0/24" }, now);
  expect(await tablesThatKnow("192.0.2")).toEqual([]);
  expect([
    await prisma.networkSalt.count(),
    await prisma.rateLimitCount.count({ where: { scope: "network" } }),
  ]).toEqual([1, 2]);
  await endorse(
    { email: residentOfGhent.email, cityId: placeIds.antwerp },
    { network: "192.0.2.0/24" },
    daysLater(1),
  );
  expect(await prisma.networkSalt.findMany({ select: { day: true } })).toEqual([
    { day: new Date("2026-11-24") },
  ]);
  expect(
    await prisma.rateLimitCount.count({ where: { windowStart: { lt: new Date("2026-11-24") } } }),
  ).toBe(0);

  expect(await prisma.endorsement.count({ where: { networkHashPrefix: { not: null } } })).toBe(2);
  expect(await enforceEndorsementRetention(hoursLater(71))).toMatchObject({ networkMarks: 0 });
  expect(await enforceEndorsementRetention(hoursLater(72))).toMatchObject({ networkMarks: 1 });
  expect(await enforceEndorsementRetention(hoursLater(96))).toMatchObject({
    networkMarks: 0,
    unconfirmed: 1,
  });
  expect(await prisma.endorsement.count({ where: { networkHashPrefix: { not: null } } })).toBe(0);
});

test("two jobs at once report each deletion once", async () => {
  for (let resident = 1; resident <= 8; resident++)
    await endorse({ email: `resident${resident}@town${resident}.example` }, {}, now);
  const reports = await Promise.all([1, 2].map(() => enforceEndorsementRetention(daysLater(4))));
  expect(reports.reduce((sum, { unconfirmed }) => sum + unconfirmed, 0)).toBe(8);
  expect(await enforceRetention(daysLater(4))).toMatchObject({ deleted: 0 });
});
