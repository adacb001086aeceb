import { randomUUID } from "node:crypto";
import type { APIResponse, Page } from "@playwright/test";
import { keyedHash } from "@/lib/abuse/keyed-hash";
import { sealForm } from "@/lib/endorsements/abuse/form-seal";
import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { readForms, type Form } from "@/tests/e2e/support/posted-forms";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { countMails } from "@/tests/support/mail/mailbox";

// Somebody posts the forms of the site again and again, to have it write to others: over the
// network, to the built site, which has a mail server.

test.setTimeout(240_000);

const geel = 2797779;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Sends forms as a program would that has opened each of them once. */
async function openForms(page: Page) {
  const [join] = await readForms(page, "/en/join");
  const [ask] = await readForms(page, `/en/endorse/ask?city=${geel}`);
  const post = (path: string, multipart: Form, from: string) =>
    page.request.post(path, { multipart, headers: { "x-forwarded-for": from }, maxRedirects: 0 });
  return {
    join: (contactEmail: string, from: string) =>
      post(
        "/en/join",
        {
          ...join,
          ...answersOfGhent,
          cityId: String(geel),
          contactEmail,
          stage: "check",
          intent: "submit",
          submissionKey: randomUUID(),
        },
        from,
      ),
    ask: (email: string, from: string) =>
      post(
        `/en/endorse/ask?city=${geel}`,
        { ...ask, seal: sealForm(new Date(Date.now() - 10_000)), email, name: "" },
        from,
      ),
  };
}

/** A few at once, as a site that others use too lets them through. */
async function sendAll(
  count: number,
  send: (number: number) => Promise<APIResponse>,
): Promise<{ taken: number; refused: string[] }> {
  const answers: APIResponse[] = [];
  const left = numbers(count);
  while (left.length > 0) answers.push(...(await Promise.all(left.splice(0, 4).map(send))));
  const statuses = answers.map((answer) => answer.status());
  expect(statuses.filter((status) => status !== 303 && status !== 200)).toEqual([]);
  const refused = answers.filter((answer) => answer.status() === 200);
  return {
    taken: answers.length - refused.length,
    refused: await Promise.all(refused.map((answer) => answer.text())),
  };
}

/** How many mails came, once all that may go today have gone. */
async function mailsTo(recipient: RegExp, part: string): Promise<number> {
  const isDue = () => ({ dueAt: { lte: new Date() } });
  // A mail that is being delivered is due again later, should the delivery fail.
  const isOnItsWay = { attempts: { gt: 0 }, sentAt: null, failedAt: null };
  const waiting = () =>
    prisma.mail.count({ where: { recipient: { contains: part }, OR: [isDue(), isOnItsWay] } });
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  return countMails(recipient);
}

/** Counting begins anew every ten minutes: half a minute before that it is too late to begin. */
const roomInWindow = () => 600_000 - (Date.now() % 600_000);

test.beforeEach(() => expect.poll(roomInWindow, { timeout: 70_000 }).toBeGreaterThan(30_000));

test("thirty applications and thirty endorsements for one mailbox, each spelled otherwise: it gets five mails @no-scripts", async ({
  page,
}) => {
  const forms = await openForms(page);
  const address = (number: number) =>
    `${number % 2 ? "flooded" : "Flooded"}+${number}@${number % 3 ? "" : "mail."}geel.example`;
  const from = (number: number) => `10.77.${number}.1:${4_000 + number}`;
  const asks = await sendAll(30, (number) => forms.ask(address(number), from(number)));
  const joins = await sendAll(30, (number) => forms.join(address(number), from(number)));

  expect([asks.taken, joins.taken]).toEqual([30, 5]);
  for (const page of joins.refused)
    expect(page).toContain("We got several applications for this mailbox today");
  expect(await mailsTo(/^flooded\+\d+@(mail\.)?geel\.example$/i, "geel.example")).toBe(5);
});

test("joins from one network, whatever its proxy writes down: thirty are taken, and the form keeps what was typed @no-scripts", async ({
  page,
}) => {
  const forms = await openForms(page);
  const written = [
    "203.0.113.7:PORT",
    " 203.0.113.9 ",
    "::ffff:203.0.113.11",
    "[::ffff:203.0.113.12]:PORT",
    "spoofed, 203.0.113.13:PORT",
  ];
  const from = (number: number) =>
    (written[number % written.length] ?? "").replace("PORT", String(4_000 + number));
  const joins = await sendAll(36, (number) =>
    forms.join(`official@crowd${number}.example`, from(number)),
  );

  expect(joins.taken).toBe(30);
  for (const page of joins.refused) {
    expect(page).toContain("Many applications have come from your network");
    expect(page).toContain(answersOfGhent.contactRole);
  }
  expect(await mailsTo(/^official@crowd\d+\.example$/, "@crowd")).toBe(30);
});

test("endorsements for made-up mailboxes of one domain, from many networks: a hundred are mailed in an hour @no-scripts", async ({
  page,
}) => {
  const forms = await openForms(page);
  const ask = (number: number) =>
    forms.ask(`made.up.${number}@catch-all.example`, `10.78.${number}.1`);
  await sendAll(1, ask);
  const key = keyedHash("count", "catch-all.example");
  const hour = { scope: "mail_to_domain", key, windowMinutes: 60 } as const;
  await prisma.rateLimitCount.updateMany({ where: hour, data: { count: 80 } });

  const asks = await sendAll(26, (number) => ask(number + 1));
  expect(asks.taken).toBe(20);
  for (const page of asks.refused) {
    expect(page).toContain("ery many emails went to the domain of your address");
    expect(page).toMatch(/value="made\.up\.\d+@catch-all\.example"/);
  }
  expect(await mailsTo(/@catch-all\.example$/, "@catch-all")).toBe(21);
});
