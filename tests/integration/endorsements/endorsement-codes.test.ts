import { beforeEach, expect, test } from "vitest";
import { confirmByCode, confirmByLink } from "@/lib/endorsements/confirm-commands";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { countEndorsements } from "@/lib/endorsements/queries";
import { findEndorsementByToken } from "@/lib/endorsements/resident-queries";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { successOf } from "@/tests/support/result";

const { email } = residentOfGhent;
const { ghent, antwerp } = placeIds;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addSampleSignatories();
});

const asksOfGhent = async () => (await countEndorsements(ghent)).asks;

test("the code of the mail counts as the link does, also when it is sent twice", async () => {
  const statusKey = await endorse();
  const { code } = await readMail(email);
  for (let time = 1; time <= 2; time++) {
    const { token } = successOf(await confirmByCode(statusKey, code, null));
    expect(await findEndorsementByToken(token)).toMatchObject({
      state: "confirmed",
      placeId: ghent,
      email,
    });
  }
  expect(await asksOfGhent()).toBe(1);
});

test("five wrong codes close the code's door, and the link goes on working", async () => {
  const statusKey = await endorse();
  const { code, token } = await readMail(email);
  const wrong = code === "000000" ? "000001" : "000000";
  for (let attempt = 1; attempt <= 5; attempt++)
    expect(await confirmByCode(statusKey, wrong, null)).toEqual({ ok: false, reason: "wrong" });
  expect(await confirmByCode(statusKey, code, null)).toEqual({ ok: false, reason: "tooManyTries" });
  expect(await confirmByLink(token)).toEqual({ ok: true, confirmation: "counted" });
});

test("a right code gives the tries back of its own endorsement alone", async () => {
  const neighbours = await endorse({ email: "neighbour@ghent.example" });
  const { code } = await readMail("neighbour@ghent.example");
  const wrong = code === "000000" ? "000001" : "000000";
  for (let attempt = 1; attempt <= 5; attempt++) await confirmByCode(neighbours, wrong, null);
  const own = await endorse();
  successOf(await confirmByCode(own, (await readMail(email)).code, null));
  expect(await confirmByCode(neighbours, code, null)).toEqual({
    ok: false,
    reason: "tooManyTries",
  });
});

test("no network can try codes of many endorsements", async () => {
  const statusKey = await endorse();
  const { code } = await readMail(email);
  for (let attempt = 1; attempt <= 60; attempt++)
    expect(
      await confirmByCode(`of another endorsement ${attempt}`, "000000", "192.0.2.0/24"),
    ).toMatchObject({ reason: "unknown" });
  expect(await confirmByCode(statusKey, code, "192.0.2.0/24")).toEqual({
    ok: false,
    reason: "tooManyTries",
  });
  expect(await confirmByCode(statusKey, code, "198.51.100.0/24")).toHaveProperty("token");
});

test("the code of a request that counts already ends with that request, and after 72 hours", async () => {
  const now = new Date();
  const token = await endorseAndConfirm({}, {}, now);
  const statusKey = await endorse({}, {}, now);
  const { code } = await readMail(email);
  const wrong = code === "000000" ? "000001" : "000000";
  expect(await confirmByCode(statusKey, wrong, null, now)).toEqual({ ok: false, reason: "wrong" });
  expect(
    await confirmByCode(statusKey, code, null, new Date(now.getTime() + 72 * 3_600_000)),
  ).toEqual({ ok: false, reason: "unknown" });
  await endEndorsement(token, "withdrawn", now);
  expect(await confirmByCode(statusKey, code, null, now)).toEqual({ ok: false, reason: "unknown" });
  expect(await asksOfGhent()).toBe(0);
});

test("an endorsement that got no email has no right code, whether its address is known or not", async () => {
  await endorseAndConfirm();
  for (let time = 1; time <= 5; time++) await endorse();
  await endorse({ cityId: antwerp });
  const unmailed = await prisma.endorsement.findMany({
    where: { codeHash: null },
    select: { placeId: true, email: true },
  });
  expect(unmailed).toEqual(
    expect.arrayContaining([
      { placeId: ghent, email: null },
      { placeId: antwerp, email: null },
    ]),
  );
  expect(await prisma.mail.count()).toBe(5);
  expect(await prisma.endorsement.count({ where: { codeHash: { not: null } } })).toBe(5);
});

test("the reminder has a code of its own, which replaces the first", async () => {
  const now = new Date();
  const dayLater = new Date(now.getTime() + 25 * 3_600_000);
  const statusKey = await endorse({}, {}, now);
  const first = await readMail(email);
  await remindUnconfirmed(dayLater);
  const { kind, code } = await readMail(email);
  expect(kind).toBe("endorsement_reminder");
  if (code !== first.code)
    expect(await confirmByCode(statusKey, first.code, null, dayLater)).toEqual({
      ok: false,
      reason: "wrong",
    });
  expect(await confirmByCode(statusKey, code, null, dayLater)).toMatchObject({
    ok: true,
    confirmation: "counted",
  });
});
