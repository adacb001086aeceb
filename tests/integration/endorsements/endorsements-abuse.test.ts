import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { submitEndorsement } from "@/lib/endorsements/commands";
import { confirmByLink } from "@/lib/endorsements/confirm-commands";
import { trapField } from "@/lib/endorsements/endorsement-form";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { endEndorsement } from "@/lib/endorsements/manage-commands";
import { postEndorsement } from "@/lib/endorsements/pages/form-page";
import { countEndorsements } from "@/lib/endorsements/queries";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { prisma } from "@/lib/db";
import { before, minuteMs } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import { endorse, endorseAndConfirm, readMail, residentOfGhent } from "@/tests/support/endorse";
import { loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// What somebody would try who wants a city to look more asked for than it is. Who makes addresses
// by the dozen reads their mail too.

const now = new Date("2026-11-23T09:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

afterEach(() => void vi.unstubAllEnvs());

/** As a browser posts the form that was opened a minute ago, without a sum. */
async function postForm(email: string, filledIn: Record<string, string> = {}): Promise<void> {
  const form = new FormData();
  const fields = {
    ...{ cityId: String(placeIds.ghent), email, ...filledIn },
    seal: sealForm(before(new Date(), minuteMs)),
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect(await postEndorsement(defaultLocale, form, "unknown")).toHaveProperty("location");
  await confirmByLink((await readMail(email)).token);
}

/** How many endorsements of Ghent count, and how many wait for staff, by their reasons. */
async function outcome(): Promise<{ counted: number; held: Record<string, number> }> {
  const held: Record<string, number> = {};
  for (const { heldFor } of await prisma.endorsement.findMany({ where: { state: "held" } }))
    held[heldFor.join("+")] = (held[heldFor.join("+")] ?? 0) + 1;
  return { counted: (await countEndorsements(placeIds.ghent)).asks, held };
}

test("from one network: the first fifteen within ten minutes count, the others are held", async () => {
  for (let number = 1; number <= 40; number++)
    await endorseAndConfirm(
      { email: `made${number}@town${number}.example` },
      { network: "192.0.2.0/24" },
      now,
    );
  await endorseAndConfirm(
    { email: "somebody.else@far.example" },
    { network: "198.51.100.0/24" },
    now,
  );
  expect(await outcome()).toEqual({ counted: 16, held: { network: 25 } });
});

test("from one network, slowly: the first sixty of a day count", async () => {
  for (let number = 1; number <= 65; number++)
    await endorseAndConfirm(
      { email: `made${number}@town${number}.example` },
      { network: "192.0.2.0/24" },
      minutesLater(number),
    );
  expect(await outcome()).toEqual({ counted: 60, held: { network: 5 } });
});

test("from one network, far beyond what people do: nothing is taken, and no mail is sent", async () => {
  const send = (number: number) =>
    submitEndorsement(
      { ...residentOfGhent, email: `made${number}@town${number}.example` },
      { formKey: `form ${number}`, network: "192.0.2.0/24", suspicions: [] },
      now,
    );
  for (let number = 1; number <= 150; number++) await send(number);
  const stored = async () => [await prisma.endorsement.count(), await prisma.mail.count()];
  const before = await stored();
  expect(await send(151)).toEqual({ ok: false, reason: "tooManyFromHere" });
  expect(await stored()).toEqual(before);
});

test("with one domain of one's own: the first twenty of an hour count", async () => {
  for (let number = 1; number <= 30; number++)
    await endorseAndConfirm(
      { email: `made${number}@mine.example` },
      { network: `10.0.${number}.0/24` },
      now,
    );
  expect(await outcome()).toEqual({ counted: 20, held: { mail_domain: 10 } });
});

test("at a provider with millions of mailboxes thirty look like people", async () => {
  for (let number = 1; number <= 30; number++)
    await endorseAndConfirm(
      { email: `resident${number}@gmail.com` },
      { network: `10.0.${number}.0/24` },
      now,
    );
  expect(await outcome()).toEqual({ counted: 30, held: {} });
});

test("with pluses and dots: one mailbox is one endorsement, and gets five mails a day at most", async () => {
  const spellings = [
    "ada.lovelace@gmail.com",
    "adalovelace+one@gmail.com",
    "a.d.a.lovelace@googlemail.com",
    "Ada.Lovelace@Gmail.com",
    "adalovelace+two@gmail.com",
    "ada.love.lace@gmail.com",
    "adalovelace@gmail.com",
  ];
  for (const [index, email] of spellings.entries())
    await endorse({ email }, { network: `10.0.${index}.0/24` }, now);
  const mails = await prisma.mail.findMany();
  expect(mails).toHaveLength(5);
  for (const { recipient } of mails) await confirmByLink((await readMail(recipient)).token, now);
  expect(await outcome()).toEqual({ counted: 1, held: {} });
});

test("with one form sent again and again for other addresses: a family counts, the rest is held", async () => {
  for (let number = 1; number <= 10; number++)
    await endorseAndConfirm(
      { email: `made${number}@town${number}.example` },
      { formKey: "one form", network: `10.0.${number}.0/24` },
      now,
    );
  expect(await outcome()).toEqual({ counted: 4, held: { replayed_form: 6 } });
});

test("with one proof of work for many endorsements, around midnight too: the first counts, the others are held", async () => {
  const evening = new Date("2026-11-23T23:50:00Z");
  const proven = { formKey: "one form", provenUntil: new Date("2026-11-24T20:00:00Z") };
  const endorse = (number: number, at: Date, context = proven) =>
    endorseAndConfirm(
      { email: `made${number}@town${number}.example` },
      { ...context, network: `10.0.${number}.0/24` },
      at,
    );
  await endorse(1, evening);
  await endorse(2, evening);
  await endorse(3, new Date("2026-11-24T00:10:00Z"));
  await endorse(4, new Date("2026-11-24T19:59:00Z"));
  await endorse(5, evening, { ...proven, formKey: "another form" });
  expect(await outcome()).toEqual({ counted: 2, held: { no_proof: 3 } });
});

test("to annoy somebody with mails from many cities: five come, no reminder beyond them, and one button ends it", async () => {
  const cities = [
    placeIds.ghent,
    placeIds.antwerp,
    placeIds.eindhoven,
    placeIds.tokyo,
    placeIds.cairo,
    placeIds.beirut,
    placeIds.kyiv,
    placeIds.zurich,
  ];
  for (const cityId of cities) await endorse({ cityId }, {}, now);
  expect(await prisma.mail.count()).toBe(5);
  expect(await prisma.endorsement.count({ where: { email: null, name: null } })).toBe(3);

  const dayLater = minutesLater(25 * 60);
  await remindUnconfirmed(dayLater);
  expect(await prisma.mail.count({ where: { kind: "endorsement_reminder" } })).toBeLessThanOrEqual(
    5,
  );
  expect(
    await prisma.endorsement.count({ where: { email: null, remindedAt: { not: null } } }),
  ).toBe(0);

  await endEndorsement((await readMail(residentOfGhent.email)).token, "not_me", dayLater);
  expect([await prisma.endorsement.count(), await prisma.mail.count()]).toEqual([0, 0]);
  for (const cityId of cities) await endorse({ cityId }, {}, dayLater);
  await remindUnconfirmed(minutesLater(50 * 60));
  expect(await prisma.mail.count()).toBe(0);
});

test("while somebody attacks the site, each request is held, and none before and after", async () => {
  vi.stubEnv("UNDER_ATTACK", "no");
  await postForm("before@ghent.example");
  vi.stubEnv("UNDER_ATTACK", "hold");
  await postForm("meanwhile@ghent.example");
  expect(await outcome()).toEqual({ counted: 1, held: { under_attack: 1 } });
  vi.stubEnv("UNDER_ATTACK", "no");
  await postForm("after@ghent.example");
  expect(await outcome()).toEqual({ counted: 2, held: { under_attack: 1 } });
});

test("while the site asks browsers for a sum, a request without one is held", async () => {
  vi.stubEnv("UNDER_ATTACK", "proof");
  await postForm("no.sum@ghent.example");
  expect(await outcome()).toEqual({ counted: 0, held: { no_proof: 1 } });
});

test("what fills in a field that people do not see is held", async () => {
  vi.stubEnv("UNDER_ATTACK", "no");
  await postForm("bot@ghent.example", { [trapField]: "https://bot.example" });
  expect(await outcome()).toEqual({ counted: 0, held: { honeypot: 1 } });
});
