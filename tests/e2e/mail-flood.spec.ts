import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { sealForm } from "@/lib/endorsements/form-seal";
import { prisma } from "@/lib/db";
import { expect, test } from "@/tests/e2e/fixtures";
import { answersOfGhent } from "@/tests/support/ghent";
import { countMails } from "@/tests/support/mailbox";

// Somebody posts the forms of the site again and again, to have it write to others: over the network, to the built site, which has a mail server.

test.setTimeout(240_000);

const geel = 2797779;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What the first form of a page holds beside what people type. */
async function hiddenFields(request: APIRequestContext, path: string): Promise<Record<string, string>> {
  const html = await (await request.get(path)).text();
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]);
  return Object.fromEntries(fields) as Record<string, string>;
}

/** Sends forms as a program would that has opened each of them once. */
async function openForms(request: APIRequestContext) {
  const join = await hiddenFields(request, "/en/join");
  const ask = await hiddenFields(request, `/en/endorse/ask?city=${geel}`);
  const post = (path: string, multipart: Record<string, string>, from: string) => request.post(path, { multipart, headers: { "x-forwarded-for": from }, maxRedirects: 0 });
  return {
    join: (contactEmail: string, from: string) =>
      post("/en/join", { ...join, ...answersOfGhent, cityId: String(geel), contactEmail, stage: "check", intent: "submit", submissionKey: randomUUID() }, from),
    ask: (email: string, from: string) => post(`/en/endorse/ask?city=${geel}`, { ...ask, seal: sealForm(new Date(Date.now() - 10_000)), email, name: "" }, from),
  };
}

const statuses = (answers: APIResponse[]) => answers.map((answer) => answer.status());
const countOf = <Value>(values: Value[], wanted: Value) => values.filter((value) => value === wanted).length;

/** How many mails came, once all that may go today have gone. */
async function mailsTo(recipient: RegExp, part: string): Promise<number> {
  const waiting = () => prisma.mail.count({ where: { recipient: { contains: part }, dueAt: { lte: new Date() } } });
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  return countMails(recipient);
}

test("thirty joins and thirty asks for one mailbox, at once and each spelled otherwise: it gets five mails @no-scripts", async ({ request }) => {
  const forms = await openForms(request);
  const address = (number: number) => `${number % 2 ? "flooded" : "Flooded"}+${number}@${number % 3 ? "" : "mail."}geel.example`;
  const from = (number: number) => `10.77.${number}.1:${4_000 + number}`;
  const asks = await Promise.all(numbers(30).map((number) => forms.ask(address(number), from(number))));
  const joins = await Promise.all(numbers(30).map((number) => forms.join(address(number), from(number))));

  expect(countOf(statuses(asks), 303)).toBe(30);
  expect([countOf(statuses(joins), 303), countOf(statuses(joins), 200)]).toEqual([5, 25]);
  const refused = await joins.find((answer) => answer.status() === 200)?.text();
  expect(refused).toContain("Several applications were handed in for this mailbox today");
  expect(await mailsTo(/^flooded\+\d+@(mail\.)?geel\.example$/i, "geel.example")).toBe(5);
});

test("joins from one network, whatever port its proxy writes down: thirty are taken, and the form keeps what was typed @no-scripts", async ({ request }) => {
  const forms = await openForms(request);
  const written = ["203.0.113.7:PORT", " 203.0.113.9 ", "::ffff:203.0.113.11", "[::ffff:203.0.113.12]:PORT", "spoofed, 203.0.113.13:PORT"];
  const from = (number: number) => (written[number % written.length] as string).replace("PORT", String(4_000 + number));
  const answers = await Promise.all(numbers(36).map((number) => forms.join(`official@crowd${number}.example`, from(number))));

  expect([countOf(statuses(answers), 303), countOf(statuses(answers), 200)]).toEqual([30, 6]);
  const refused = await answers.find((answer) => answer.status() === 200)?.text();
  expect(refused).toContain("Many applications have come from your network");
  expect(refused).toContain(answersOfGhent.contactRole);
  expect(await mailsTo(/^official@crowd\d+\.example$/, "@crowd")).toBe(30);
});

test("asks for made-up mailboxes of one domain, from many networks: a hundred are mailed in an hour, and the form says what to do @no-scripts", async ({ request }) => {
  const forms = await openForms(request);
  const answers: APIResponse[] = [];
  for (const number of numbers(104)) answers.push(await forms.ask(`made.up.${number}@catch-all.example`, `10.78.${number}.1`));

  expect([countOf(statuses(answers), 303), countOf(statuses(answers), 200)]).toEqual([100, 4]);
  const refused = await answers.at(-1)?.text();
  expect(refused).toContain("very many mails have gone to the domain of your address");
  expect(refused).toContain("made.up.104@catch-all.example");
  expect(await mailsTo(/@catch-all\.example$/, "@catch-all")).toBe(100);
});
