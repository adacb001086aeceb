import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import {
  endorseFrom,
  cityOf,
  countOf,
  inTurn,
  join,
  mails,
  minutesLater,
} from "@/tests/support/mail/mail-budget";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// What the mailboxes of one domain, and the people of one network, may have sent together.

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  delete process.env.SMTP_URL;
});

describe("one domain", () => {
  test("gets a hundred mails in an hour, whatever stands before the @ and whichever form is used", async () => {
    const outcomes = await inTurn(110, (number) =>
      number % 2
        ? join({ email: `victim${number}@town.example`, cityId: cityOf(number) })
        : endorseFrom(`victim${number}@mail.town.example`, number),
    );
    expect([
      countOf(outcomes, "taken"),
      countOf(outcomes, "tooManyToDomain"),
      await mails(),
    ]).toEqual([100, 10, 100]);
    expect(await endorseFrom("resident@village.example", 200)).toBe("taken");
    expect(await endorseFrom("victim131@town.example", 201, { at: minutesLater(60) })).toBe(
      "taken",
    );
  });

  test("gets three hundred in a day", async () => {
    await endorseFrom("first@town.example", 1);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_domain", windowMinutes: 1_440 },
      data: { count: 299 },
    });
    const later = { at: minutesLater(120) };
    expect([
      await endorseFrom("last@town.example", 2, later),
      await endorseFrom("one.more@town.example", 3, later),
      await join({ email: "official@town.example" }, later.at),
    ]).toEqual(["taken", "tooManyToDomain", "tooManyToDomain"]);
    expect(await endorseFrom("one.more@town.example", 3, { at: minutesLater(15 * 60) })).toBe(
      "taken",
    );
  });

  test("what is refused in one hour does not use up the day", async () => {
    await endorseFrom("resident@town.example", 1);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_domain", windowMinutes: 60 },
      data: { count: 100 },
    });
    expect(
      countOf(
        await inTurn(10, (number) => endorseFrom(`resident${number}@town.example`, number)),
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
    await inTurn(15, (number) => endorseFrom(`victim+${number}@town.example`, number));
    await inTurn(15, (number) => join({ email: `victim+${number}@town.example` }));
    const counts = await prisma.rateLimitCount.findMany({
      where: { scope: "mail_to_domain", windowMinutes: 60 },
      select: { count: true },
    });
    expect(counts).toEqual([{ count: 10 }]);
  });

  test("of a big provider goes on where others end", async () => {
    const outcomes = await inTurn(105, (number) =>
      endorseFrom(`resident${number}@gmail.com`, number),
    );
    expect([countOf(outcomes, "taken"), await mails()]).toEqual([105, 105]);
    await prisma.rateLimitCount.updateMany({
      where: { scope: "mail_to_provider", windowMinutes: 60 },
      data: { count: 5_000 },
    });
    expect(await endorseFrom("one.more@gmail.com", 131)).toBe("tooManyToDomain");
  });
});

describe("one network", () => {
  test("submits thirty applications within ten minutes, and a hundred in a day", async () => {
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
