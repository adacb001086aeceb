import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { takeFromBudgets, type Budget } from "@/lib/abuse/rate-limit";
import { prisma } from "@/lib/db";
import { endorse } from "@/tests/support/endorse";
import {
  endorseFrom,
  cityOf,
  countOf,
  join,
  mails,
  now,
  numbers,
} from "@/tests/support/mail/mail-budget";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";

// The budgets of mails when everything comes at the same moment.

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  delete process.env.SMTP_URL;
});

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

test("a hundred endorsements for one mailbox send five mails", async () => {
  const asks = await together(100, (number) =>
    endorseFrom(`victim+${number}@gmail.com`, number, { cityId: cityOf(number) }),
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

test("applications and endorsements for one mailbox: five mails today, and what waits for tomorrow is no more than five", async () => {
  await together(100, (number) =>
    number % 2
      ? join({ email: `victim+${number}@town.example`, cityId: cityOf(number) })
      : endorseFrom(`victim+${number}@town.example`, number),
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
  await endorseFrom("first@town.example", 1);
  await prisma.rateLimitCount.updateMany({
    where: { scope: "mail_to_domain", windowMinutes: 60 },
    data: { count: 70 },
  });
  const asks = await together(100, (number) => endorseFrom(`victim${number}@town.example`, number));
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
  await Promise.all(numbers(10).map(() => endorse({}, { formKey }, now)));
  expect(
    await prisma.rateLimitCount.findFirst({
      where: { scope: "mail_to_mailbox" },
      select: { count: true },
    }),
  ).toEqual({ count: 1 });
  expect(await mails()).toBe(1);
});
