// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { maxChosen } from "@/lib/applications/review/several";
import { addStaff } from "@/lib/staff/commands";
import { loadSamplePlaces } from "@/tests/support/database/places";
import { resetDatabase } from "@/tests/support/database/reset";
import { submitNumbered } from "@/tests/support/applications/review";
import { signInAs } from "@/tests/support/staff/signed-in";

// Every action of the panel gets forms that no page of it sends. Each answers: with the form and
// what is wrong in it, or with an address of the panel. None fails, and none changes anything.

const panel = "app/admin";

/** Those that need no form, or take any: they do what their button says. */
const withoutForm = [
  "takeNext",
  "endAll",
  "saveName",
  "saveLanguages",
  "saveMorningMail",
  "saveShortcuts",
  "draw",
];

type Action = (...given: unknown[]) => Promise<unknown>;

const files = globSync("**/*.ts", { cwd: panel })
  .filter((file) => !file.includes(".test.") && !file.startsWith("sign-in/"))
  .filter((file) => /^"use server";/m.test(readFileSync(join(panel, file), "utf8")));

const actions = (
  await Promise.all(
    files.map(async (file) => {
      const exported = (await import(
        /* @vite-ignore */ join(process.cwd(), panel, file)
      )) as Record<string, Action>;
      return Object.entries(exported).map(([name, action]) => ({ file, name, action }));
    }),
  )
)
  .flat()
  .filter(({ name }) => !withoutForm.includes(name));

/** What forms carry unseen, and the names of buttons. */
const hidden = [
  ...["mail", "alarm", "session", "memberId", "id", "stepId", "applicationId", "decisionId"],
  ...["assignment", "seen", "choose", "to", "from", "holder", "event", "cityId", "intoCityId"],
  ...["version", "number", "seenSteps", "confirmed", "until", "action", "kind", "answer"],
  ...["retire", "digest", "filter", "intent", "email", "accept-x"],
];

const verbs: readonly Readonly<Record<string, string>>[] = [
  { save: "evidence" },
  { claim: "take" },
  { claim: "release" },
  { ask: "mandate_link" },
  { override: "mandate_link", "mandate_link-reason": "Seen by telephone." },
  { restore: "mandate_link" },
  { note: "write", "note-text": "Look again.", "tell-x": "on" },
  { insert: "decline", "decline-standard": "x" },
  { decide: "decline", "decline-reason": "no_mandate", "decline-message": "We cannot." },
  { decide: "reopening", "reopening-cause": "slip" },
  { decide: "x" },
];

/** Texts that are as they should be, so that it is what is unseen that is refused. */
const written = {
  note: "A note.",
  name: "Ghent",
  title: "A title",
  body: "A text.",
  role: "Mayor",
  newName: "Ghent",
  reason: "A reason.",
  text: "A text.",
};

function formOf(...parts: Readonly<Record<string, string>>[]): FormData {
  const form = new FormData();
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) form.append(name, value);
  return form;
}

const each = (value: string) => Object.fromEntries(hidden.map((name) => [name, value]));

function withRows(count: number): FormData {
  const form = formOf(each("0"));
  for (let row = 0; row < count; row += 1) {
    const id = `00000000-0000-4000-8000-${String(row).padStart(12, "0")}`;
    form.append("seen", `${id}:`);
    form.append("choose", id);
  }
  return form;
}

const unseen = ["x", "0", "-1", "1.5", "99999999999999999999", "\u0000", "x:y:z", "NaN"];

const choices: readonly Readonly<Record<string, string>>[] = [
  { kind: "left", answer: "uphold", action: "release", from: "editor", to: "reviewer" },
  { kind: "appeal", answer: "agree", action: "invalidate", retire: "yes", intent: "publish" },
  { kind: "news", answer: "overturn", intent: "picture", alt: "A street" },
];

const forms: Readonly<Record<string, () => FormData>> = {
  "an empty form": () => new FormData(),
  "a thousand rows": () => withRows(1_000),
  ...Object.fromEntries(
    unseen.flatMap((value) => [
      [`"${value}" in what is unseen`, () => formOf(each(value))],
      ...choices.map((choice) => [
        `"${value}" in what is unseen, with ${JSON.stringify(choice)}`,
        () => formOf(written, { ...each(value), ...choice }),
      ]),
    ]),
  ),
  ...Object.fromEntries(
    verbs.map((verb) => [JSON.stringify(verb), () => formOf(each("x"), verb)] as const),
  ),
};

const untouched = { attempt: 0, values: {}, fieldErrors: {} };

let browser: TestBrowser;

beforeAll(async () => {
  await resetDatabase();
  await loadSamplePlaces();
  await addStaff({ email: "a@example.org", name: "Ada", role: "administrator" }, null);
});

beforeEach(async () => {
  const { id } = await prisma.user.findUniqueOrThrow({ where: { email: "a@example.org" } });
  browser = await signInAs(id);
});

async function answerTo(action: Action, form: FormData): Promise<string> {
  const work = () => (action.length > 1 ? action(untouched, form) : action(form));
  const answer = (await browser.request(work)) as {
    redirectedTo?: string;
    formError?: string;
    fieldErrors?: Record<string, string>;
    toConfirm?: unknown;
    preview?: unknown;
    noted?: string;
  };
  if (answer.redirectedTo) return answer.redirectedTo;
  const isSaid =
    Boolean(answer.formError) ||
    Object.keys(answer.fieldErrors ?? {}).length > 0 ||
    answer.toConfirm !== undefined ||
    answer.preview !== undefined ||
    Boolean(answer.noted);
  return isSaid ? "/admin" : "nothing is said";
}

test.each(actions)("$file $name answers what no page sends", async ({ action }) => {
  const events = await prisma.event.count();
  for (const [what, form] of Object.entries(forms)) {
    const answer = await answerTo(action, form()).catch(
      (error: unknown) => `fails: ${String(error)}`,
    );
    expect([what, answer]).toEqual([what, expect.stringMatching(/^\/admin/)]);
  }
  expect(await prisma.event.count()).toBe(events);
});

const assign = actionNamed("applications/several/actions.ts", "assign");
const remind = actionNamed("applications/several/actions.ts", "remind");
const review = actionNamed("applications/[id]/actions.ts", "review");

function actionNamed(file: string, name: string): Action {
  const found = actions.find((each) => each.file === file && each.name === name);
  if (!found) throw new Error(`There is no action ${name} in ${file}.`);
  return found.action;
}

const addressAfter = async (action: Action, form: FormData): Promise<URL> =>
  new URL(await answerTo(action, form), "http://localhost");

test.each([
  ["given", assign],
  ["reminded", remind],
])("where a thousand are %s, as many stay chosen as can be", async (_, action) => {
  const { pathname, searchParams } = await addressAfter(action, withRows(1_000));
  expect(pathname).toBe("/admin/applications/several");
  expect(searchParams.get("problem")).toBe("too_many");
  expect(new Set(searchParams.getAll("choose")).size).toBe(maxChosen);
});

test("who is given to somebody that nobody is stays chosen", async () => {
  const { searchParams } = await addressAfter(assign, withRows(2));
  expect(searchParams.get("problem")).toBe("no_reviewer");
  expect(searchParams.getAll("choose")).toHaveLength(2);
});

test("a decision on a version that never was changes nothing, and keeps what was typed", async () => {
  const applicationId = await submitNumbered(1);
  const message = "We cannot read the letter.";
  const decline = { decide: "decline", "decline-reason": "no_mandate", "decline-message": message };
  const form = formOf({ applicationId, version: "0" }, decline);
  expect(await browser.request(() => review(untouched, form))).toMatchObject({
    formError: expect.stringContaining("has changed since you opened it") as string,
    values: { "decline-message": message },
  });
});
