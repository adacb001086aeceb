// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { beforeEach, describe, expect, test } from "vitest";
import { review } from "@/app/admin/applications/[id]/actions";
import { untouched } from "@/components/staff-ui/form-state";
import type { ReviewState } from "@/components/review/decision/review-state";
import { findForReview } from "@/lib/applications/review/review-queries";
import {
  changeStandardText,
  createStandardText,
  maxStandardTexts,
  putBackStandardText,
  retireStandardText,
} from "@/lib/applications/standard-texts/commands";
import { findStandardText, listStandardTexts } from "@/lib/applications/standard-texts/queries";
import { newStandardTextSchema } from "@/lib/applications/standard-texts/schema";
import { prisma } from "@/lib/db";
import { defaultSettings } from "@/lib/settings/schema";
import { hashToken, newToken } from "@/lib/tokens";
import { answersOfGhent } from "@/tests/support/applications/ghent";
import { successOf } from "@/tests/support/result";
import {
  submitConfirmed,
  openReview,
  resetWithReviewer,
} from "@/tests/support/applications/review";

const noMandate = newStandardTextSchema.parse({
  kind: "decline",
  reason: "no_mandate",
  locale: "en",
  title: "No resolution",
  body: "Dear {applicant},\r\n\r\n{city} has not decided ({reference}).",
});

let browser: TestBrowser;
let reviewer: string;
let ghent: string;

beforeEach(async () => {
  reviewer = await resetWithReviewer();
  ghent = await submitConfirmed();
  const token = newToken();
  const expires = new Date(Date.now() + 3_600_000);
  await prisma.session.create({
    data: { sessionToken: hashToken(token), userId: reviewer, expires },
  });
  browser = new TestBrowser();
  browser.cookies.set("staff-session", { value: token });
});

/** As the form of the page posts it. */
async function post(
  fields: Record<string, string>,
): Promise<ReviewState & { redirectedTo?: string }> {
  const { version } = await openReview(ghent, reviewer);
  const form = new FormData();
  const seen = { applicationId: ghent, version: String(version), seen: "" };
  for (const [name, value] of Object.entries({ ...seen, ...fields })) form.set(name, value);
  return (await browser.request(() => review(untouched, form))) as ReviewState;
}

const stateOfGhent = async () =>
  (await prisma.application.findUniqueOrThrow({ where: { id: ghent } })).state;
const create = async (text = noMandate) => successOf(await createStandardText(text, reviewer)).id;

describe("a standard text", () => {
  test("is offered in the language of the applicant, until it is retired", async () => {
    const id = await create();
    await create({ ...noMandate, locale: "nl" as typeof noMandate.locale });
    const offered = async () =>
      (await findForReview(ghent, { now: new Date(), settings: defaultSettings }))!.standardTexts;
    const shown = { id, kind: "decline", reason: "no_mandate", title: "No resolution" };
    expect(await offered()).toEqual([shown]);
    await retireStandardText(id, reviewer, true);
    expect(await offered()).toEqual([]);
    await retireStandardText(id, reviewer, false);
    expect(await offered()).toEqual([shown]);
  });

  test("keeps each version, and an earlier one comes back as a further one", async () => {
    const id = await create();
    const changed = { title: "No decision", body: "Not decided." };
    await changeStandardText({ id, version: 1, staffId: reviewer }, changed);
    await putBackStandardText({ id, version: 2, staffId: reviewer }, 1);
    const { version, versions } = (await findStandardText(id))!;
    expect(version).toBe(3);
    expect(versions.map(({ number, title }) => ({ number, title }))).toEqual([
      { number: 3, title: "No resolution" },
      { number: 2, title: "No decision" },
      { number: 1, title: "No resolution" },
    ]);
    expect((await listStandardTexts()).map(({ title }) => title)).toEqual(["No resolution"]);
    expect(await prisma.event.count({ where: { kind: "standard_text_written" } })).toBe(3);
  });

  test("is retired once, alone and with its name in the log", async () => {
    const [id, other] = [await create(), await create({ ...noMandate, title: "Another" })];
    for (const isRetired of [true, true, false, false])
      await retireStandardText(id, reviewer, isRetired);
    await retireStandardText(id, reviewer, true);
    const retired = await prisma.standardText.findMany({ where: { retiredAt: { not: null } } });
    expect(retired.map((text) => text.id)).toEqual([id]);
    expect(other).not.toBe(id);
    const events = await prisma.event.findMany({
      where: { kind: { in: ["standard_text_retired", "standard_text_restored"] } },
    });
    expect(events).toHaveLength(3);
    for (const event of events) expect(event).toMatchObject({ detail: { textId: id } });
  });

  test("has a version that was, and no other, and there are no more than can be looked through", async () => {
    const id = await create();
    const seen = { id, version: 1, staffId: reviewer };
    const refused = { ok: false, reason: "changedMeanwhile" };
    expect(await putBackStandardText(seen, 7)).toEqual(refused);
    expect(
      await changeStandardText({ ...seen, version: 9 }, { title: "One", body: "Two." }),
    ).toEqual(refused);
    expect(await prisma.event.findMany({ where: { kind: "standard_text_written" } })).toMatchObject(
      [{ detail: { textId: id, number: 1 } }],
    );
    for (let count = 1; count < maxStandardTexts; count++) await create();
    expect(await createStandardText(noMandate, reviewer)).toEqual({
      ok: false,
      reason: "tooMany",
    });
  });

  test("that a colleague has changed meanwhile is not overwritten", async () => {
    const id = await create();
    const write = (title: string) =>
      changeStandardText({ id, version: 1, staffId: reviewer }, { title, body: "Words." });
    const answers = await Promise.all([write("One"), write("Other")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await findStandardText(id))!.version).toBe(2);
  });

  test("with something that cannot be filled in is refused, and a change request has no reason", () => {
    const typed = { ...noMandate, reason: "no_mandate", body: "Dear {mayor}," };
    expect(newStandardTextSchema.safeParse(typed).error?.issues[0]?.message).toBe(
      "“{mayor}” cannot be filled in.",
    );
    const change = { ...typed, kind: "change_request", body: "Dear {applicant}," };
    expect(newStandardTextSchema.parse(change).reason).toBeNull();
  });

  test("is put below what was typed, filled in, with its reason", async () => {
    const id = await create();
    const { reference } = await prisma.application.findUniqueOrThrow({ where: { id: ghent } });
    const { values } = await post({
      insert: "decline",
      "decline-standard": id,
      "decline-message": "Thank you.",
      "decline-reason": "",
    });
    expect(values["decline-message"]).toBe(
      `Thank you.\n\nDear ${answersOfGhent.contactName},\n\nGhent has not decided (${reference}).`,
    );
    expect(values["decline-reason"]).toBe("no_mandate");
  });

  test("must be chosen before it is put in", async () => {
    const { fieldErrors } = await post({ insert: "decline", "decline-standard": "" });
    expect(fieldErrors["decline-message"]).toBe("Choose a standard text first.");
  });
});

describe.each([
  ["change_request", "changes_requested", {}],
  ["decline", "declined", { "decline-reason": "other" }],
] as const)("a decision that sends a message: %s", (kind, state, reason) => {
  const decide = (message: string, previewed?: string) =>
    post({
      decide: kind,
      [`${kind}-message`]: message,
      ...reason,
      ...(previewed && { [`${kind}-previewed`]: previewed }),
    });

  test("shows the email first, and goes out word for word as it was shown", async () => {
    const { preview } = await decide("Which body decided?");
    expect(await stateOfGhent()).toBe("submitted");
    expect(preview).toMatchObject({ kind, to: answersOfGhent.contactEmail, isChanged: false });
    const { redirectedTo } = await decide("Which body decided?", preview!.digest);
    expect(redirectedTo).toContain(`done=${state}`);
    expect(await stateOfGhent()).toBe(state);
    const mail = await prisma.mail.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(mail.subject).toBe(preview!.subject);
    expect(mail.text!.replace(/(\/applications\/)[\w-]+/g, "$1…")).toBe(preview!.text);
  });

  test("shows it again where the text is not the one that was shown", async () => {
    const { preview } = await decide("Which body decided?");
    const again = await decide("Which body decided, and when?", preview!.digest);
    expect(again.preview).toMatchObject({ isChanged: true });
    expect(again.preview!.text).toContain("Which body decided, and when?");
    expect(await stateOfGhent()).toBe("submitted");
  });

  test("goes out at once where nobody is written to", async () => {
    await prisma.application.update({
      where: { id: ghent },
      data: { contactEmail: null, contactName: null },
    });
    expect((await decide("Which body decided?")).redirectedTo).toContain(`done=${state}`);
  });
});
