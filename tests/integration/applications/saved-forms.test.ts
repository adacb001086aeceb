// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { beforeEach, describe, expect, test } from "vitest";
import { takeJoinStep } from "@/app/[locale]/join/actions";
import { mailsPerMailboxAndDay } from "@/lib/abuse/mail-budget";
import { deleteExpiredForms, saveForm } from "@/lib/applications/saved-forms/commands";
import { findSavedForm } from "@/lib/applications/saved-forms/queries";
import { newJoinState, showSaved } from "@/lib/applications/join-state";
import { prisma } from "@/lib/db";
import { after, dayMs } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { addSampleSignatories, loadSamplePlaces, placeIds } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { tablesThatKnow } from "@/tests/support/database/traces";

const official = "digital.officer@stad.example";
const submissionKey = "00000000-0000-4000-8000-000000000001";

beforeEach(async () => {
  await resetDatabase();
  await loadSamplePlaces();
});

/** Posts the form as it stands at the step of the mandate, as a browser without scripts does. */
async function post(fields: Record<string, string>) {
  const form = new FormData();
  const answers = { ...answersOfGhent, consent: "" };
  const posted = { locale: "en", stage: "mandate", submissionKey, ...answers, ...fields };
  for (const [name, value] of Object.entries(posted)) form.set(name, value);
  const answer = await new TestBrowser().request(() => takeJoinStep(newJoinState(), form));
  return "redirectedTo" in answer ? { sentTo: answer.redirectedTo } : answer;
}

const askForLink = (laterEmail = official) => post({ intent: "sendLink", laterEmail });

/** The tokens in the mails to the official, newest first. */
async function mailedTokens(recipient = official): Promise<string[]> {
  const mails = await prisma.mail.findMany({ where: { recipient }, orderBy: { id: "desc" } });
  return mails.flatMap(({ text }) => /\/join\/continue\/([\w-]+)/.exec(text ?? "")?.[1] ?? []);
}

const newestToken = async () => (await mailedTokens())[0] ?? "";

describe("an official in the middle of the form", () => {
  test("is asked where to send a link, with the address that was typed, and goes back without one", async () => {
    const asked = await post({ intent: "later" });
    expect(asked).toMatchObject({ stage: "mandate", later: { email: official } });
    const back = await post({ intent: "change:mandate" });
    expect(back).toMatchObject({
      stage: "mandate",
      later: null,
      answers: { mandateBody: "City council" },
    });
    expect(await prisma.savedForm.count()).toBe(0);
  });

  test.each([
    ["", "contactEmailMissing"],
    ["nobody", "contactEmailInvalid"],
    [`${"a".repeat(260)}@stad.example`, "tooLong"],
  ])("who gives %j is told what is wrong and loses nothing", async (email, error) => {
    const asked = await askForLink(email);
    expect(asked).toMatchObject({
      errors: { laterEmail: error },
      answers: { mandateBody: "City council", "principle_1-status": "in_place" },
    });
    expect(await prisma.mail.count()).toBe(0);
  });

  test("goes on from the link at the same step with the same answers, but the consent", async () => {
    expect(await post({ intent: "sendLink", laterEmail: official, consent: "yes" })).toEqual({
      sentTo: "/en/join/saved",
    });
    const saved = await findSavedForm(await newestToken());
    expect(saved).toEqual({
      submissionKey,
      stage: "mandate",
      answers: { ...answersOfGhent, consent: "" },
    });
    const shown = saved && (await showSaved(defaultLocale, saved));
    expect(shown).toMatchObject({ stage: "mandate", submissionKey, city: { name: "Ghent" } });
  });

  test("learns from the link that the city has joined meanwhile", async () => {
    await post({ intent: "sendLink", laterEmail: official, cityId: String(placeIds.amsterdam) });
    await addSampleSignatories();
    const saved = await findSavedForm(await newestToken());
    expect(saved && (await showSaved(defaultLocale, saved))).toMatchObject({
      stage: "city",
      refusal: { kind: "signatory" },
    });
  });

  test("who saves again gets a new link, and the old one ends", async () => {
    await askForLink();
    await post({ intent: "sendLink", laterEmail: official, mandateBody: "Executive board" });
    const [second = "", first = ""] = await mailedTokens();
    expect(await findSavedForm(first)).toBeNull();
    expect(await findSavedForm(second)).toMatchObject({
      answers: { mandateBody: "Executive board" },
    });
    expect(await prisma.savedForm.count()).toBe(1);
  });

  test("who submits the form leaves no saved one behind", async () => {
    await askForLink();
    const sent = await post({ stage: "check", intent: "submit", consent: "yes" });
    expect(sent).toMatchObject({ sentTo: expect.stringContaining("/en/join/submitted") as string });
    expect(await prisma.savedForm.count()).toBe(0);
  });
});

test("a form is kept for fourteen days, and not a moment longer", async () => {
  const now = new Date();
  const form = { stage: "mandate" as const, answers: answersOfGhent, submissionKey };
  await saveForm({ ...form, email: official, locale: defaultLocale }, null, now);
  const token = await newestToken();
  expect(await findSavedForm(token, after(now, 14 * dayMs - 1))).not.toBeNull();
  expect(await findSavedForm(token, after(now, 14 * dayMs))).toBeNull();
  expect(await deleteExpiredForms(after(now, 14 * dayMs - 1))).toBe(0);
  expect(await deleteExpiredForms(after(now, 14 * dayMs))).toBe(1);
});

test("the database knows neither the link nor what was typed; the mail goes when it is delivered", async () => {
  await askForLink();
  const token = await newestToken();
  expect(await tablesThatKnow(token)).toEqual(["mail"]);
  expect(await tablesThatKnow("Digital policy officer", "The Mayor", "lends laptops")).toEqual([]);
  expect(await tablesThatKnow(official)).toEqual(["mail"]);
});

test("the mail holds nothing that a stranger has typed", async () => {
  await post({ intent: "sendLink", laterEmail: official, contactName: "Buy at shop" });
  const { subject, text, html } = await prisma.mail.findFirstOrThrow();
  expect(`${subject}${text}${html}`).not.toMatch(/Buy at shop|Ghent|Gent\b/);
});

test("one mailbox gets five links a day, whoever asks; the answer is the same for a known address", async () => {
  const answers = [];
  for (let number = 1; number <= mailsPerMailboxAndDay + 1; number += 1)
    answers.push(await askForLink(`Digital.Officer+${number}@stad.example`));
  expect(answers.slice(0, -1)).toEqual(
    Array(mailsPerMailboxAndDay).fill({ sentTo: "/en/join/saved" }),
  );
  expect(answers.at(-1)).toMatchObject({
    refusal: { kind: "tooManyForAddress" },
    later: { email: "digital.officer+6@stad.example" },
    answers: { mandateBody: "City council" },
  });
  expect(await prisma.mail.count()).toBe(mailsPerMailboxAndDay);
});
