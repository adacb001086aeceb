import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { takeFromBudgets, type Budget } from "@/lib/abuse/rate-limit";
import { confirmApplication, submitApplication } from "@/lib/applications/commands";
import { applicationSchema, nest } from "@/lib/applications/schema";
import { sendAsk } from "@/lib/endorsements/commands";
import { countEndorsements } from "@/lib/endorsements/queries";
import { remindUnconfirmed } from "@/lib/endorsements/reminders";
import { prisma } from "@/lib/db";
import { defaultLocale } from "@/lib/i18n/locales";
import { ask, askAndConfirm, residentOfGhent } from "@/tests/support/endorse";
import { answersOfGhent } from "@/tests/support/ghent";
import { tokenMailedTo } from "@/tests/support/mailed-token";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/places";
import { resetDatabase } from "@/tests/support/reset";

// Nobody can use the site to flood somebody else's mailbox: what a stranger would try, and what
// people do.

const isPostgres = process.env.TEST_DATABASE === "postgres";
const now = new Date("2026-11-23T09:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const tomorrow = new Date("2026-11-24T00:00:00Z");
const answers = applicationSchema.parse(nest(answersOfGhent));
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
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
const cityOf = (number: number) => cities[number % cities.length] as number;

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  delete process.env.SMTP_URL;
});

type Join = { email: string; cityId?: number; network?: string | null; submissionKey?: string };

/** What an application leads to: "taken", or why it is not. */
async function join(
  { email, cityId = placeIds.ghent, network = null, submissionKey = randomUUID() }: Join,
  at = now,
): Promise<string> {
  const outcome = await submitApplication(
    {
      ...answers,
      cityId,
      contactEmail: email,
      submissionKey,
      locale: defaultLocale,
      declarationVersion: "2018",
    },
    network,
    at,
  );
  return "refusal" in outcome ? outcome.refusal : "taken";
}

/** What an ask leads to: "taken", or why it is not. Each comes from another network. */
async function askFor(
  email: string,
  number: number,
  { cityId = placeIds.ghent, at = now }: { cityId?: number; at?: Date } = {},
): Promise<string> {
  const outcome = await sendAsk(
    { ...residentOfGhent, cityId, email },
    { formKey: randomUUID(), network: `10.1.${number}.0/24`, suspicions: [] },
    at,
  );
  return "refusal" in outcome ? outcome.refusal : "taken";
}

const mails = () => prisma.mail.count();
const countOf = (outcomes: string[], wanted: string) =>
  outcomes.filter((outcome) => outcome === wanted).length;

async function inTurn(count: number, work: (number: number) => Promise<string>): Promise<string[]> {
  const outcomes: string[] = [];
  for (const number of numbers(count)) outcomes.push(await work(number));
  return outcomes;
}

describe("one mailbox gets five mails a day", () => {
  test.each([
    ["tags at any domain", (number: number) => `victim+${number}@town.example`],
    [
      "dots and tags",
      (number: number) =>
        `${"victim".split("").join(number % 2 ? "." : "")}+${number}@${number % 3 ? "gmail" : "googlemail"}.com`,
    ],
    ["subdomains", (number: number) => `victim@host${number}.town.example`],
    ["names that a user makes up", (number: number) => `made.up.${number}@victim.fastmail.com`],
    ["hyphens at Yahoo", (number: number) => `victim-${number}@yahoo.com`],
  ])("however it is written: joins and then asks with %s", async (_, addressOf) => {
    const joins = await inTurn(12, (number) =>
      join({ email: addressOf(number), cityId: cityOf(number) }),
    );
    expect([countOf(joins, "taken"), countOf(joins, "tooManyForAddress"), await mails()]).toEqual([
      5, 7, 5,
    ]);
    const asks = await inTurn(12, (number) =>
      askFor(addressOf(number), number, { cityId: cityOf(number) }),
    );
    expect([countOf(asks, "taken"), await mails()]).toEqual([12, 5]);
  });

  test("joins alone: a hundred with tags at a big provider send five", async () => {
    const joins = await inTurn(100, (number) =>
      join({ email: `victim+${number}@gmail.com`, cityId: cityOf(number) }),
    );
    expect([countOf(joins, "taken"), countOf(joins, "tooManyForAddress"), await mails()]).toEqual([
      5, 95, 5,
    ]);
  });

  test("asks alone: sixty with tags send five mails, and what sends none holds nothing of a person", async () => {
    await inTurn(60, (number) => askFor(`victim+${number}@town.example`, number));
    expect([
      await mails(),
      await prisma.endorsement.count(),
      await prisma.endorsement.count({ where: { email: null, name: null } }),
    ]).toEqual([5, 60, 55]);
  });

  test("asks and thanks of several cities, and joins in between", async () => {
    await addSampleSignatories();
    await inTurn(30, (number) =>
      number % 3 === 0
        ? join({ email: `victim+${number}@town.example`, cityId: cityOf(number) })
        : askFor(`victim+${number}@town.example`, number, {
            cityId: number % 2 ? placeIds.amsterdam : cityOf(number),
          }),
    );
    const due = await prisma.mail.count({ where: { createdAt: { gt: new Date(0) } } });
    // Of the joins' mails some wait until tomorrow, and count for that day.
    expect(due).toBeLessThanOrEqual(10);
    const today = await prisma.rateLimitCount.findFirst({
      where: { scope: "mail_to_mailbox", windowStart: { lt: tomorrow } },
    });
    const later = await prisma.rateLimitCount.findFirst({
      where: { scope: "mail_to_mailbox", windowStart: tomorrow },
    });
    expect([today?.count, later?.count]).toEqual([5, due - 5]);
  });

  test("who has a voice already is told five times a day that it counts", async () => {
    await askAndConfirm({}, {}, new Date("2026-11-22T09:00:00Z"));
    await prisma.mail.deleteMany();
    await inTurn(20, (number) => askFor(residentOfGhent.email, number));
    expect(await mails()).toBe(5);
  });

  test("reminders are mails that nobody asked for, too", async () => {
    for (const [index, cityId] of cities.slice(0, 5).entries())
      await askFor(`victim+${index}@town.example`, index, { cityId });
    const dayAfter = minutesLater(25 * 60);
    await inTurn(3, (number) => askFor("victim@town.example", number, { at: dayAfter }));
    const before = await mails();
    expect(await remindUnconfirmed(dayAfter)).toBe(2);
    expect((await mails()) - before).toBe(2);
  });
});

describe("whether other forms have written to an address, nobody learns from a form", () => {
  test("after five asks an application is taken as ever, and its mail comes when the next day begins", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await inTurn(5, (number) => askFor(`officer+${number}@town.example`, number));
    expect(await join({ email: "officer@town.example" })).toBe("taken");
    expect(
      await prisma.mail.findFirst({
        where: { kind: "application.confirm_address" },
        select: { recipient: true, dueAt: true },
      }),
    ).toEqual({ recipient: "officer@town.example", dueAt: tomorrow });
    expect(await confirmApplication(await tokenMailedTo("officer@town.example"))).toBe("confirmed");
  });

  test("what waits counts on the day on which it goes", async () => {
    await inTurn(5, (number) => askFor(`officer+${number}@town.example`, number));
    expect(countOf(await inTurn(7, () => join({ email: "officer@town.example" })), "taken")).toBe(
      5,
    );
    const before = await mails();
    await inTurn(5, (number) =>
      askFor("officer@town.example", number, { at: minutesLater(24 * 60) }),
    );
    expect((await mails()) - before).toBe(0);
  });

  test("an application is refused for applications alone, however many asks there were", async () => {
    const limitOf = async (email: string) => (await inTurn(7, () => join({ email }))).join();
    await inTurn(9, (number) => askFor("asked@town.example", number));
    expect(await limitOf("asked@town.example")).toBe(await limitOf("never.asked@town.example"));
  });
});

describe("one domain", () => {
  test("gets a hundred mails in an hour, whatever stands before the @ and whichever form is used", async () => {
    const outcomes = await inTurn(110, (number) =>
      number % 2
        ? join({ email: `victim${number}@town.example`, cityId: cityOf(number) })
        : askFor(`victim${number}@mail.town.example`, number),
    );
    expect([
      countOf(outcomes, "taken"),
      countOf(outcomes, "tooManyToDomain"),
      await mails(),
    ]).toEqual([100, 10, 100]);
    expect(await askFor("resident@village.example", 200)).toBe("taken");
    expect(await askFor("victim131@town.example", 201, { at: minutesLater(60) })).toBe("taken");
  });

  test("gets three hundred in a day", async () => {
    await askFor("first@town.example", 1);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_domain", windowMinutes: 1_440 },
      data: { count: 299 },
    });
    const later = { at: minutesLater(120) };
    expect([
      await askFor("last@town.example", 2, later),
      await askFor("one.more@town.example", 3, later),
      await join({ email: "official@town.example" }, later.at),
    ]).toEqual(["taken", "tooManyToDomain", "tooManyToDomain"]);
    expect(await askFor("one.more@town.example", 3, { at: minutesLater(15 * 60) })).toBe("taken");
  });

  test("what is refused in one hour does not use up the day", async () => {
    await askFor("resident@town.example", 1);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_domain", windowMinutes: 60 },
      data: { count: 100 },
    });
    expect(
      countOf(
        await inTurn(10, (number) => askFor(`resident${number}@town.example`, number)),
        "tooManyToDomain",
      ),
    ).toBe(10);
    expect(
      await prisma.rateLimitCount.findFirst({
        where: { scope: "mail_to_domain", windowMinutes: 1_440 },
        select: { count: true },
      }),
    ).toEqual({ count: 1 });
  });

  test("is not used up by what goes to one mailbox and is not mailed", async () => {
    await inTurn(15, (number) => askFor(`victim+${number}@town.example`, number));
    await inTurn(15, (number) => join({ email: `victim+${number}@town.example` }));
    const counts = await prisma.rateLimitCount.findMany({
      where: { scope: "mail_to_domain", windowMinutes: 60 },
      select: { count: true },
    });
    expect(counts).toEqual([{ count: 10 }]);
  });

  test("of a big provider goes on where others end", async () => {
    const outcomes = await inTurn(105, (number) => askFor(`resident${number}@gmail.com`, number));
    expect([countOf(outcomes, "taken"), await mails()]).toEqual([105, 105]);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_provider", windowMinutes: 60 },
      data: { count: 5_000 },
    });
    expect(await askFor("one.more@gmail.com", 131)).toBe("tooManyToDomain");
  });
});

describe("one network", () => {
  test("hands in thirty applications within ten minutes, and a hundred in a day", async () => {
    const network = "192.0.2.0/24";
    const outcomes = await inTurn(40, (number) =>
      join({ email: `official@town${number}.example`, cityId: cityOf(number), network }),
    );
    expect([
      countOf(outcomes, "taken"),
      countOf(outcomes, "tooManyFromHere"),
      await mails(),
    ]).toEqual([30, 10, 30]);
    expect(await join({ email: "official@other.example", network: "198.51.100.0/24" })).toBe(
      "taken",
    );
    expect(await join({ email: "official@later.example", network }, minutesLater(10))).toBe(
      "taken",
    );
    await prisma.rateLimitCount.updateMany({
      where: { scope: "join_network", windowMinutes: 1_440 },
      data: { count: 100 },
    });
    expect(await join({ email: "official@evening.example", network }, minutesLater(600))).toBe(
      "tooManyFromHere",
    );
  });

  test("that has had its share uses up nobody's domain", async () => {
    await inTurn(35, (number) =>
      join({
        email: `victim${number}@town.example`,
        cityId: cityOf(number),
        network: "192.0.2.0/24",
      }),
    );
    expect(
      await prisma.rateLimitCount.findFirst({
        where: { scope: "mail_to_domain", windowMinutes: 60 },
        select: { count: true },
      }),
    ).toEqual({ count: 30 });
  });
});

describe("people", () => {
  test("a family with one mailbox asks, each under a name of their own", async () => {
    for (const name of ["ada", "bob", "eve", "max"])
      await askAndConfirm(
        { email: `family+${name}@town.example` },
        { network: "192.0.2.0/24" },
        now,
      );
    expect(await countEndorsements(placeIds.ghent)).toMatchObject({ asks: 4 });
  });

  test("a school class asks from one network, with addresses of the school: all get their mail", async () => {
    for (const number of numbers(28))
      await ask({ email: `pupil${number}@school.example` }, { network: "192.0.2.0/24" }, now);
    expect(await mails()).toBe(28);
  });

  test("ninety who work in a town hall ask within an hour, and their city is handed in: all get their mail", async () => {
    for (const number of numbers(90))
      await ask(
        { email: `clerk${number}@town.example` },
        { network: `10.2.${number % 8}.0/24` },
        minutesLater(number / 2),
      );
    expect([
      await join({ email: "digital.officer@town.example", network: "10.2.0.0/24" }),
      await mails(),
    ]).toEqual(["taken", 91]);
  });

  test("an official who presses the button three times hands in once, and may do so for four more cities", async () => {
    const key = randomUUID();
    const presses = await Promise.all(
      numbers(3).map(() => join({ email: "officer@town.example", submissionKey: key })),
    );
    expect([presses, await prisma.application.count()]).toEqual([["taken", "taken", "taken"], 1]);
    for (const cityId of cities.slice(1, 5))
      expect(await join({ email: "officer@town.example", cityId })).toBe("taken");
    expect(await mails()).toBe(5);
  });
});

if (!isPostgres)
  console.warn(
    "Skipped: floods at the same moment. The embedded database is one connection, so nothing races there; they run on a real PostgreSQL.",
  );

describe.skipIf(!isPostgres)("at the same moment", () => {
  const together = (count: number, work: (number: number) => Promise<string>) =>
    Promise.all(numbers(count).map(work));

  test("of a thousand, as many get through as a budget holds", async () => {
    const budget: Budget = {
      scope: "mail_to_mailbox",
      key: "victim",
      minutes: 1_440,
      at: now,
      most: 5,
    };
    const outcomes = await together(1_000, async () =>
      (await takeFromBudgets([budget])).length === 0 ? "taken" : "empty",
    );
    expect([
      countOf(outcomes, "taken"),
      await prisma.rateLimitCount.findFirst({ select: { count: true } }),
    ]).toEqual([5, { count: 5 }]);
  });

  test("a hundred asks for one mailbox send five mails", async () => {
    const asks = await together(100, (number) =>
      askFor(`victim+${number}@gmail.com`, number, { cityId: cityOf(number) }),
    );
    expect([
      countOf(asks, "taken"),
      await mails(),
      await prisma.endorsement.count({ where: { email: { not: null } } }),
    ]).toEqual([100, 5, 5]);
  });

  test("a hundred joins for one mailbox send five", async () => {
    const joins = await together(100, (number) =>
      join({ email: `victim+${number}@gmail.com`, cityId: cityOf(number) }),
    );
    expect([countOf(joins, "taken"), countOf(joins, "tooManyForAddress"), await mails()]).toEqual([
      5, 95, 5,
    ]);
  });

  test("joins and asks for one mailbox: five mails today, and what waits for tomorrow is no more than five", async () => {
    await together(100, (number) =>
      number % 2
        ? join({ email: `victim+${number}@town.example`, cityId: cityOf(number) })
        : askFor(`victim+${number}@town.example`, number),
    );
    const counts = await prisma.rateLimitCount.findMany({
      where: { scope: "mail_to_mailbox" },
      orderBy: { windowStart: "asc" },
      select: { count: true },
    });
    expect(counts[0]).toEqual({ count: 5 });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(await mails());
    expect(await mails()).toBeLessThanOrEqual(10);
  });

  test("mailboxes of one domain: no mail beyond its budget", async () => {
    await askFor("first@town.example", 1);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_domain", windowMinutes: 60 },
      data: { count: 70 },
    });
    const asks = await together(100, (number) => askFor(`victim${number}@town.example`, number));
    expect([countOf(asks, "taken"), countOf(asks, "tooManyToDomain"), await mails()]).toEqual([
      30, 70, 31,
    ]);
  });

  test("a hundred joins from one network: thirty", async () => {
    const joins = await together(100, (number) =>
      join({
        email: `official@town${number}.example`,
        cityId: cityOf(number),
        network: "192.0.2.0/24",
      }),
    );
    expect([countOf(joins, "taken"), countOf(joins, "tooManyFromHere"), await mails()]).toEqual([
      30, 70, 30,
    ]);
  });

  test("a form that is sent ten times at once costs one mail of the day", async () => {
    const formKey = randomUUID();
    await Promise.all(numbers(10).map(() => ask({}, { formKey }, now)));
    expect(
      await prisma.rateLimitCount.findFirst({
        where: { scope: "mail_to_mailbox" },
        select: { count: true },
      }),
    ).toEqual({ count: 1 });
    expect(await mails()).toBe(1);
  });
});
