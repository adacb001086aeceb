import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { confirmApplication } from "@/lib/applications/commands";
import { countEndorsements } from "@/lib/endorsements/queries";
import { remindUnconfirmed } from "@/lib/endorsements/retention/reminders";
import { prisma } from "@/lib/db";
import { endorse, endorseAndConfirm, residentOfGhent } from "@/tests/support/endorse";
import {
  endorseFrom,
  cities,
  cityOf,
  countOf,
  inTurn,
  join,
  mails,
  minutesLater,
  now,
  numbers,
  tomorrow,
} from "@/tests/support/mail/mail-budget";
import { tokenMailedTo } from "@/tests/support/mail/mailed-token";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// Nobody can use the site to flood somebody else's mailbox: what a stranger would try, and what
// people do.

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  delete process.env.SMTP_URL;
});

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
      endorseFrom(addressOf(number), number, { cityId: cityOf(number) }),
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

  test("endorsements alone: sixty with tags send five mails, and what sends none holds nothing of a person", async () => {
    await inTurn(60, (number) => endorseFrom(`victim+${number}@town.example`, number));
    expect([
      await mails(),
      await prisma.endorsement.count(),
      await prisma.endorsement.count({ where: { email: null, name: null } }),
    ]).toEqual([5, 60, 55]);
  });

  test("endorsements of several cities, and joins in between", async () => {
    await addSampleSignatories();
    await inTurn(30, (number) =>
      number % 3 === 0
        ? join({ email: `victim+${number}@town.example`, cityId: cityOf(number) })
        : endorseFrom(`victim+${number}@town.example`, number, {
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

  test("who is counted already is told five times a day that it counts", async () => {
    await endorseAndConfirm({}, {}, new Date("2026-11-22T09:00:00Z"));
    await prisma.mail.deleteMany();
    await inTurn(20, (number) => endorseFrom(residentOfGhent.email, number));
    expect(await mails()).toBe(5);
  });

  test("reminders are mails that nobody asked for, too", async () => {
    for (const [index, cityId] of cities.slice(0, 5).entries())
      await endorseFrom(`victim+${index}@town.example`, index, { cityId });
    const dayAfter = minutesLater(25 * 60);
    await inTurn(3, (number) => endorseFrom("victim@town.example", number, { at: dayAfter }));
    const before = await mails();
    expect(await remindUnconfirmed(dayAfter)).toBe(2);
    expect((await mails()) - before).toBe(2);
  });
});

describe("whether other forms have written to an address, nobody learns from a form", () => {
  test("after five endorsements an application is taken as ever, and its mail comes when the next day begins", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await inTurn(5, (number) => endorseFrom(`officer+${number}@town.example`, number));
    expect(await join({ email: "officer@town.example" })).toBe("taken");
    expect(
      await prisma.mail.findFirst({
        where: { kind: "application_confirm_address" },
        select: { recipient: true, dueAt: true },
      }),
    ).toEqual({ recipient: "officer@town.example", dueAt: tomorrow });
    expect(await confirmApplication(await tokenMailedTo("officer@town.example"))).toEqual({
      ok: true,
    });
  });

  test("what waits counts on the day on which it goes", async () => {
    await inTurn(5, (number) => endorseFrom(`officer+${number}@town.example`, number));
    expect(countOf(await inTurn(7, () => join({ email: "officer@town.example" })), "taken")).toBe(
      5,
    );
    const before = await mails();
    await inTurn(5, (number) =>
      endorseFrom("officer@town.example", number, { at: minutesLater(24 * 60) }),
    );
    expect((await mails()) - before).toBe(0);
  });

  test("an application is refused for applications alone, however many endorsements there were", async () => {
    const limitOf = async (email: string) => (await inTurn(7, () => join({ email }))).join();
    await inTurn(9, (number) => endorseFrom("asked@town.example", number));
    expect(await limitOf("asked@town.example")).toBe(await limitOf("never.asked@town.example"));
  });
});

describe("people", () => {
  test("a family with one mailbox asks, each under a name of their own", async () => {
    for (const name of ["ada", "bob", "eve", "max"])
      await endorseAndConfirm(
        { email: `family+${name}@town.example` },
        { network: "192.0.2.0/24" },
        now,
      );
    expect(await countEndorsements(placeIds.ghent)).toMatchObject({ asks: 4 });
  });

  test("a school class asks from one network, with addresses of the school: all get their mail", async () => {
    for (const number of numbers(28))
      await endorse({ email: `pupil${number}@school.example` }, { network: "192.0.2.0/24" }, now);
    expect(await mails()).toBe(28);
  });

  test("ninety who work in a town hall ask within an hour, and their city is submitted: all get their mail", async () => {
    for (const number of numbers(90))
      await endorse(
        { email: `clerk${number}@town.example` },
        { network: `10.2.${number % 8}.0/24` },
        minutesLater(number / 2),
      );
    expect([
      await join({ email: "digital.officer@town.example", network: "10.2.0.0/24" }),
      await mails(),
    ]).toEqual(["taken", 91]);
  });

  test("an official who presses the button three times submits once, and may do so for four more cities", async () => {
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
