import { beforeEach, describe, expect, test } from "vitest";
import { addSignatory } from "@/lib/cities/commands";
import { findCityWithProgress } from "@/lib/endorsements/city-progress/queries";
import { runBulkReview, undoBulkReview } from "@/lib/endorsements/review/bulk-review";
import { sendBulletins } from "@/lib/endorsements/city-progress/bulletins";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { recordMilestones } from "@/lib/endorsements/city-progress/milestones";
import {
  countEndorsements,
  findEndorsablePlace,
  listDailyCounts,
  listMostEndorsedCities,
  listPublicNames,
} from "@/lib/endorsements/queries";
import { findEndorsementByToken } from "@/lib/endorsements/resident-queries";
import { recordStep } from "@/lib/endorsements/city-progress/step-commands";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { addSampleSignatories, placeIds } from "@/tests/support/database/places";
import { successOf } from "@/tests/support/result";
import { resetWithReviewer } from "@/tests/support/applications/review";

const { ghent, antwerp, amsterdam } = placeIds;
const { email } = residentOfGhent;
const neighbour = "neighbour@ghent.example";
const hoursLater = (hours: number) => new Date(Date.now() + hours * 3_600_000);

let staffId: string;

beforeEach(async () => {
  staffId = await resetWithReviewer();
});

const numbersOf = async (cityId: number) => {
  const { asks, thanks } = await countEndorsements(cityId);
  return { asks, thanks };
};
const ghentSigns = () =>
  prisma.$transaction((tx) =>
    addSignatory(tx, {
      cityId: ghent,
      name: "Ghent",
      signedOn: new Date("2026-11-20"),
      applicationId: null,
      declarationVersion: "2018",
    }),
  );
const suppressions = () =>
  prisma.suppression.findMany({
    select: { cityId: true, kind: true, reason: true },
    orderBy: { cityId: "asc" },
  });
const invalidate = async () =>
  successOf(
    await runBulkReview({
      action: "invalidate",
      filter: { state: "confirmed" },
      until: new Date(),
      staffId,
    }),
  );

describe("one address that has asked a city and thanks it once it has signed", () => {
  let asking: string;
  let thanking: string;

  beforeEach(async () => {
    asking = await endorseAndConfirm({ name: "Who asks", isNamePublic: true });
    await ghentSigns();
    thanking = await endorseAndConfirm({ name: "Who thanks", isNamePublic: true });
  });

  test("has two endorsements, each with its number and its name", async () => {
    expect(await findEndorsablePlace(ghent)).toMatchObject({ kind: "thanks" });
    expect(await numbersOf(ghent)).toEqual({ asks: 1, thanks: 1 });
    expect([await listPublicNames(ghent, "asks"), await listPublicNames(ghent, "thanks")]).toEqual([
      ["Who asks"],
      ["Who thanks"],
    ]);
    expect([await listDailyCounts(ghent), await listDailyCounts(ghent, "thanks")]).toMatchObject([
      [{ added: 1, removed: 0 }],
      [{ added: 1, removed: 0 }],
    ]);
  });

  test("takes back the request, and the thanks stay", async () => {
    await endEndorsement(asking, "withdrawn");
    expect(await numbersOf(ghent)).toEqual({ asks: 0, thanks: 1 });
    expect(await findEndorsementByToken(thanking)).toMatchObject({
      kind: "thanks",
      state: "confirmed",
      name: "Who thanks",
    });
    expect(await suppressions()).toEqual([{ cityId: ghent, kind: "asks", reason: "withdrawn" }]);
  });

  test("takes back the thanks, and the request stays", async () => {
    await endEndorsement(thanking, "deleted");
    expect(await numbersOf(ghent)).toEqual({ asks: 1, thanks: 0 });
    expect(await findEndorsementByToken(asking)).toMatchObject({
      kind: "asks",
      state: "confirmed",
    });
  });
});

test("what staff invalidated as an endorsement does not hold the thanks of the same address", async () => {
  await endorseAndConfirm();
  await invalidate();
  await ghentSigns();
  expect(await findEndorsementByToken(await endorseAndConfirm())).toMatchObject({
    kind: "thanks",
    state: "confirmed",
  });
  expect(await suppressions()).toEqual([{ cityId: ghent, kind: "asks", reason: "invalidated" }]);
});

test("thanks make no city asked for, and cross no milestone", async () => {
  await addSampleSignatories();
  for (let number = 1; number <= 10; number++)
    await endorseAndConfirm({
      cityId: amsterdam,
      email: `resident@street-${number}.example`,
      wantsNews: true,
    });
  await recordMilestones(hoursLater(48));
  expect(await numbersOf(amsterdam)).toEqual({ asks: 0, thanks: 10 });
  expect([
    await listMostEndorsedCities(),
    await prisma.milestone.count(),
    await sendBulletins(hoursLater(48)),
  ]).toEqual([{ cities: [], total: 0 }, 0, 0]);
  expect(await findCityWithProgress(amsterdam)).toMatchObject({
    asks: 0,
    thanks: 10,
    facts: { endorsedSince: null },
  });
});

test("who thanks a city hears of its steps as those who asked do", async () => {
  await endorseAndConfirm({ wantsNews: true });
  await ghentSigns();
  await endorseAndConfirm({ email: neighbour, wantsNews: true });
  await recordStep({ cityId: ghent, kind: "on_hold", note: null, staffId, seenSteps: 0 });
  expect(await sendBulletins(hoursLater(2))).toBe(2);
  expect(
    (
      await prisma.mail.findMany({
        where: { kind: "endorsement_on_hold" },
        orderBy: { recipient: "asc" },
      })
    ).map(({ recipient }) => recipient),
  ).toEqual([neighbour, email]);
});

describe("whoever says that it was somebody else", () => {
  test("keeps the endorsement that was confirmed for another city, and gets no mail of new ones", async () => {
    const token = await endorseAndConfirm({ cityId: antwerp });
    await endorse();
    await endEndorsement((await readMail(email)).token, "not_me");

    expect([await numbersOf(antwerp), await numbersOf(ghent)]).toEqual([
      { asks: 1, thanks: 0 },
      { asks: 0, thanks: 0 },
    ]);
    expect(await findEndorsementByToken(token)).toMatchObject({
      placeId: antwerp,
      state: "confirmed",
      email,
    });
    const mails = await prisma.mail.count();
    await endorse();
    expect(await prisma.mail.count()).toBe(mails);
  });

  test("loses what waits for staff in this city only", async () => {
    await endorseAndConfirm({ cityId: antwerp }, { suspicions: ["too_fast"] });
    await endEndorsement(await endorseAndConfirm({}, { suspicions: ["too_fast"] }), "not_me");
    expect(await prisma.endorsement.findMany({ select: { placeId: true, state: true } })).toEqual([
      { placeId: antwerp, state: "held" },
    ]);
    expect(await prisma.mail.count()).toBe(1);
    expect(await suppressions()).toEqual([{ cityId: ghent, kind: "asks", reason: "not_me" }]);
  });
});

test("who withdraws from one city keeps what is not confirmed yet for another", async () => {
  await endorse({ cityId: antwerp });
  const { token } = await readMail(email);
  await endEndorsement(await endorseAndConfirm(), "withdrawn");
  expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "counted" });
});

test("who withdraws what was never confirmed leaves no fingerprint, and takes back none", async () => {
  await endorse();
  await endEndorsement((await readMail(email)).token, "withdrawn");
  expect(await suppressions()).toEqual([]);

  await endEndorsement(await endorseAndConfirm(), "withdrawn");
  await endorse();
  await endEndorsement((await readMail(email)).token, "withdrawn");
  expect(await suppressions()).toEqual([{ cityId: ghent, kind: "asks", reason: "withdrawn" }]);
});

describe("what staff invalidated", () => {
  const askAgain = async () => {
    await endorse();
    const { token } = await readMail(email);
    expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "held" });
    return token;
  };

  test.each(["withdrawn", "deleted"] as const)(
    "is remembered when it is asked again and %s: the third time is held too",
    async (ending) => {
      await endorseAndConfirm();
      await invalidate();
      await endEndorsement(await askAgain(), ending);
      await askAgain();
      expect(await suppressions()).toEqual([
        { cityId: ghent, kind: "asks", reason: "invalidated" },
      ]);
      expect(await numbersOf(ghent)).toEqual({ asks: 0, thanks: 0 });
    },
  );

  test("was held, and is brought back as held for having been blocked", async () => {
    await endorseAndConfirm({}, { suspicions: ["too_fast"] });
    const { id } = successOf(
      await runBulkReview({
        action: "invalidate",
        filter: { state: "held" },
        until: new Date(),
        staffId,
      }),
    );
    expect(await undoBulkReview(id, staffId)).toMatchObject({ count: 1 });
    expect(await prisma.endorsement.findMany()).toMatchObject([
      { state: "held", heldFor: ["blocked"], placeId: ghent, email: null },
    ]);
    expect(await numbersOf(ghent)).toEqual({ asks: 0, thanks: 0 });
  });

  test("can be brought back after a withdrawal in between", async () => {
    await endorseAndConfirm();
    const { id } = await invalidate();
    await endEndorsement(await askAgain(), "withdrawn");
    expect(await undoBulkReview(id, staffId)).toMatchObject({ count: 1 });
    expect(await numbersOf(ghent)).toEqual({ asks: 1, thanks: 0 });
  });

  test("is not brought back when its reader says that it was somebody else", async () => {
    await endorseAndConfirm();
    const { id } = await invalidate();
    await endEndorsement(await askAgain(), "not_me");
    expect(await suppressions()).toEqual([{ cityId: ghent, kind: "asks", reason: "not_me" }]);
    expect(await undoBulkReview(id, staffId)).toMatchObject({ count: 0 });
    expect(await numbersOf(ghent)).toEqual({ asks: 0, thanks: 0 });
  });

  test("holds nobody else, and not the same address for another city", async () => {
    await endorseAndConfirm();
    await invalidate();
    await endorseAndConfirm({ email: neighbour });
    await endorseAndConfirm({ cityId: antwerp });
    expect([await numbersOf(ghent), await numbersOf(antwerp)]).toEqual([
      { asks: 1, thanks: 0 },
      { asks: 1, thanks: 0 },
    ]);
    expect(await suppressions()).toHaveLength(1);
  });
});
