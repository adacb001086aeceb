import { beforeEach, expect, test } from "vitest";
import { submitEndorsement } from "@/lib/endorsements/commands";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import { choose, endEndorsement } from "@/lib/endorsements/manage-commands";
import {
  countEndorsements,
  listDailyCounts,
  listMostEndorsedCities,
  listNewsReaders,
  listPublicNames,
} from "@/lib/endorsements/queries";
import { findSubmissionByKey, findEndorsementByToken } from "@/lib/endorsements/resident-queries";
import { publishCounts } from "@/lib/endorsements/counts/record-count";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";

const { email } = residentOfGhent;
const { ghent, antwerp, eindhoven, amsterdam } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const asksOfGhent = async () => (await countEndorsements(ghent)).asks;
const eventsOfGhent = async () =>
  (await prisma.event.findMany({ where: { cityId: ghent }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );
const version = async () => (await prisma.siteVersion.findFirst())?.version ?? 0n;

test("a resident of Ghent asks, and it counts once the link's button is pressed, however often", async () => {
  await endorse();
  expect(await asksOfGhent()).toBe(0);

  const { kind, token } = await readMail(email);
  expect(kind).toBe("endorsement_confirm");
  expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "counted" });
  expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "counted" });
  expect(await asksOfGhent()).toBe(1);
  expect(await eventsOfGhent()).toEqual(["endorsement_confirmed"]);
  expect(await prisma.city.findUnique({ where: { id: ghent } })).toMatchObject({ slug: "ghent" });
});

test("what is held says so at each press of the link, and the log says why it is held", async () => {
  await endorse({}, { suspicions: ["too_fast"] });
  const { token } = await readMail(email);
  for (let time = 1; time <= 2; time++)
    expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "held" });
  expect(await prisma.event.findMany({ where: { kind: "endorsement_held" } })).toMatchObject([
    { actor: "resident", cityId: ghent, detail: { kind: "asks", reasons: ["too_fast"] } },
  ]);
});

test("what is confirmed after 72 hours counts no more", async () => {
  const statusKey = await endorse({}, {}, new Date(Date.now() - 72 * 3_600_000));
  const { token, code } = await readMail(email);
  expect(await confirmByLink(token)).toEqual({ ok: false, reason: "unknown" });
  expect(await confirmByCode(statusKey, code, null)).toEqual({ ok: false, reason: "unknown" });
  expect(await asksOfGhent()).toBe(0);
});

test("the same form sent twice is one endorsement with one mail", async () => {
  const [first, second] = [
    await endorse({}, { formKey: "one form" }),
    await endorse({}, { formKey: "one form" }),
  ];
  expect(second).toBe(first);
  expect([await prisma.endorsement.count(), await prisma.mail.count()]).toEqual([1, 1]);
});

test.each(["resident@ghent.example", "Resident@GHENT.example"])(
  "%s asks again: it counts once, and the mail alone says that it does",
  async (again) => {
    await endorseAndConfirm();
    const statusKey = await endorse({ email: again, name: "Somebody else", isNamePublic: true });
    const { kind, token, code } = await readMail(email);
    expect(kind).toBe("endorsement_already_counts");
    expect(await findEndorsementByToken(token)).toMatchObject({
      state: "confirmed",
      name: residentOfGhent.name,
      isNamePublic: false,
    });
    expect(await findSubmissionByKey(statusKey)).toEqual({
      cityId: ghent,
      cityName: "Ghent",
      heldFor: [],
    });
    const confirmed = successOf(await confirmByCode(statusKey, code, null));
    expect(confirmed.confirmation).toBe("alreadyCounts");
    expect(await findEndorsementByToken(confirmed.token)).toMatchObject({
      state: "confirmed",
      name: residentOfGhent.name,
    });
    expect(await asksOfGhent()).toBe(1);
  },
);

test("two endorsements of one address, both confirmed, are one, and both mails lead to it", async () => {
  await endorse({ name: "The first name" });
  const first = await readMail(email);
  await endorse({ name: "The second name" });
  const second = await readMail(email);
  expect([await confirmByLink(second.token), await confirmByLink(first.token)]).toEqual([
    { ok: true, confirmation: "counted" },
    { ok: true, confirmation: "alreadyCounts" },
  ]);
  expect(await asksOfGhent()).toBe(1);
  for (const { token } of [first, second])
    expect(await findEndorsementByToken(token)).toMatchObject({ name: "The second name" });
});

test("two endorsements that become one leave the mails of others alone", async () => {
  const neighbour = "neighbour@ghent.example";
  await endorseAndConfirm({ email: neighbour });
  const before = await prisma.mail.findMany({ where: { recipient: neighbour } });
  await endorse();
  const { token } = await readMail(email);
  await endorseAndConfirm();
  await confirmByLink(token);
  expect(await prisma.mail.findMany({ where: { recipient: neighbour } })).toEqual(before);
  expect(
    new Set((await prisma.mail.findMany()).map(({ endorsementId }) => endorsementId)).size,
  ).toBe(2);
});

test("who chooses, chooses for the own endorsement alone", async () => {
  await endorseAndConfirm({ email: "neighbour@ghent.example", name: "A Neighbour" });
  const token = await endorseAndConfirm();
  await choose(token, "showName");
  expect(await listPublicNames(ghent, "asks")).toEqual([residentOfGhent.name]);
});

test.each([
  ["counted", [], true],
  ["was held", ["too_fast" as const], false],
])(
  "that what is withdrawn %s is remembered, as it may be brought back",
  async (_, suspicions, wasCounted) => {
    await endEndorsement(await endorseAndConfirm({}, { suspicions }), "withdrawn");
    expect(await prisma.suppression.findMany()).toMatchObject([
      { reason: "withdrawn", wasCounted },
    ]);
  },
);

test("one address asks two cities, and thanks a signatory: each counts where it belongs", async () => {
  await endorseAndConfirm();
  await endorseAndConfirm({ cityId: antwerp });
  await endorseAndConfirm({ cityId: amsterdam });
  expect(await countEndorsements(antwerp)).toMatchObject({ asks: 1, thanks: 0 });
  expect(await countEndorsements(amsterdam)).toMatchObject({ asks: 0, thanks: 1 });
  expect((await listMostEndorsedCities()).cities.map(({ slug }) => slug)).toEqual([
    "antwerp",
    "ghent",
  ]);
});

test("a place that does not exist cannot be asked", async () => {
  expect(
    await submitEndorsement(
      { ...residentOfGhent, cityId: 1 },
      { formKey: "a form", network: null, suspicions: [] },
    ),
  ).toEqual({ ok: false, reason: "unknownCity" });
});

test.each(["withdrawn", "deleted", "not_me"] as const)(
  "an endorsement that is %s is gone at once, with its mails",
  async (ending) => {
    const token = await endorseAndConfirm();
    await endEndorsement(token, ending);
    await endEndorsement(token, ending);
    expect(await asksOfGhent()).toBe(0);
    expect([
      await prisma.endorsement.count(),
      await prisma.mail.count(),
      await prisma.endorsementLink.count(),
    ]).toEqual([0, 0, 0]);
    expect(await prisma.suppression.count()).toBe(ending === "deleted" ? 0 : 1);
    expect(await eventsOfGhent()).toEqual(["endorsement_confirmed", "endorsement_withdrawn"]);
  },
);

test("who withdrew may endorse again; who was not it gets no mail for any city", async () => {
  await endEndorsement(await endorseAndConfirm(), "withdrawn");
  const token = await endorseAndConfirm();
  expect(await asksOfGhent()).toBe(1);
  expect(await prisma.suppression.count()).toBe(0);

  await endEndorsement(token, "not_me");
  await endorse({ cityId: antwerp });
  expect(await prisma.mail.count()).toBe(0);
  expect(await prisma.endorsement.findFirst()).toMatchObject({
    placeId: antwerp,
    email: null,
    name: null,
  });
});

test("somebody whose address was used says so before it was confirmed", async () => {
  await endorse();
  await endorse({ cityId: antwerp });
  await endEndorsement((await readMail(email)).token, "not_me");
  expect([await prisma.endorsement.count(), await prisma.mail.count()]).toEqual([0, 0]);
});

test("names are shown while their residents wish it, and news go to who wishes them", async () => {
  const token = await endorseAndConfirm({ isNamePublic: true, wantsNews: true });
  expect(await listPublicNames(ghent, "asks")).toEqual([residentOfGhent.name]);
  expect((await listNewsReaders(ghent)).map((reader) => reader.email)).toEqual([email]);

  await choose(token, "hideName");
  await choose(token, "stopMails");
  expect([
    await listPublicNames(ghent, "asks"),
    await listNewsReaders(ghent),
    await asksOfGhent(),
  ]).toEqual([[], [], 1]);
  await choose(token, "showName");
  await choose(token, "wantNews");
  expect([await listPublicNames(ghent, "asks"), (await listNewsReaders(ghent)).length]).toEqual([
    [residentOfGhent.name],
    1,
  ]);
  expect(await choose("a link that leads nowhere", "showName")).toEqual({
    ok: false,
    reason: "unknown",
  });
});

test("the numbers are kept by the day, and the most asked-for cities come first", async () => {
  const monday = new Date("2026-11-23T10:00:00Z");
  const tuesday = new Date("2026-11-24T10:00:00Z");
  for (let resident = 1; resident <= 10; resident++)
    await endorseAndConfirm(
      { cityId: eindhoven, email: `resident${resident}@town${resident}.example` },
      {},
      monday,
    );
  await endorseAndConfirm({ cityId: antwerp }, {}, monday);
  const token = await endorseAndConfirm({}, {}, monday);
  await endEndorsement(token, "withdrawn", tuesday);
  await endorseAndConfirm({}, {}, tuesday);

  const day = (date: Date) => new Date(date.toISOString().slice(0, 10));
  expect(await listDailyCounts(ghent)).toEqual([
    { day: day(monday), added: 1, removed: 0 },
    { day: day(tuesday), added: 1, removed: 1 },
  ]);
  const { cities, total } = await listMostEndorsedCities();
  expect(cities.map(({ name, asks }) => [name, asks])).toEqual([
    ["Eindhoven", 10],
    ["Antwerp", 1],
    ["Ghent", 1],
  ]);
  expect(total).toBe(3);
  expect(
    (await listMostEndorsedCities({ country: "BE", limit: 1, page: 2 })).cities.map(
      ({ slug }) => slug,
    ),
  ).toEqual(["ghent"]);
});

test("the site's version follows the first count at once, and those right after it a moment later", async () => {
  const now = Date.now();
  const before = await version();
  await endorseAndConfirm({ email: "first@ghent.example" }, {}, new Date(now));
  await endorseAndConfirm({ email: "second@ghent.example" }, {}, new Date(now + 1_000));
  expect(await version()).toBe(before + 1n);

  expect(await publishCounts(new Date(now + 2_000))).toBe(false);
  expect(await publishCounts(new Date(now + 5_000))).toBe(true);
  expect(await publishCounts(new Date(now + 10_000))).toBe(false);
  expect(await version()).toBe(before + 2n);
});

test("of an endorsement that repeats an active endorsement nothing of a person is stored", async () => {
  await endorseAndConfirm();
  const full = { name: "A Resident of Ghent", isNamePublic: true, wantsNews: true };
  await endorse({ ...full, email }, { network: "192.0.2.0/24" });
  const repeat = await prisma.endorsement.findFirstOrThrow({ where: { state: "unconfirmed" } });
  const filled = Object.entries(repeat).filter(([, value]) => value !== null && value !== false);
  expect(filled.map(([column]) => column).sort()).toEqual([
    "addressHash",
    "codeAttempts",
    "codeHash",
    "declarationVersion",
    "heldFor",
    "id",
    "kind",
    "locale",
    "placeId",
    "state",
    "statusKeyHash",
    "submittedAt",
  ]);
});
