// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db";
import { addStaff } from "@/lib/staff/commands";
import { StaffRole } from "@/prisma/generated/enums";
import { resetDatabase } from "@/tests/support/database/reset";
import { signInAs } from "@/tests/support/staff/signed-in";

// Every action, page and handler of the panel, called as each role and as nobody. What is not in
// the table fails.

const everybody = ["nobody", "editor", "reviewer", "administrator"];
const staff = ["editor", "reviewer", "administrator"];
const reviewers = ["reviewer", "administrator"];
const editors = ["editor", "administrator"];
const administrators = ["administrator"];

/** File and export → who is let past. */
const table: Readonly<Record<string, readonly string[]>> = {
  "actions.ts correctAddress": reviewers,
  "actions.ts dismiss": reviewers,
  "actions.ts sendAgain": reviewers,
  "actions.ts takeNext": reviewers,
  "page.tsx": reviewers,
  "account/actions.ts endAll": staff,
  "account/actions.ts endOther": staff,
  "account/actions.ts save": staff,
  "account/actions.ts saveLanguages": reviewers,
  "account/actions.ts saveMorningMail": reviewers,
  "account/actions.ts saveName": staff,
  "account/actions.ts saveShortcuts": reviewers,
  "account/page.tsx": staff,
  "applications/[id]/actions.ts review": reviewers,
  "applications/[id]/files/[file]/route.ts GET": reviewers,
  "applications/[id]/page.tsx": reviewers,
  "applications/several/actions.ts assign": reviewers,
  "applications/several/actions.ts remind": reviewers,
  "applications/several/actions.ts undo": reviewers,
  "applications/several/page.tsx": reviewers,
  "second-look/actions.ts answerSecondLook": reviewers,
  "second-look/page.tsx": reviewers,
  "endorsements/actions.ts endCityAlarm": reviewers,
  "endorsements/blocks/actions.ts add": reviewers,
  "endorsements/blocks/actions.ts remove": reviewers,
  "endorsements/blocks/page.tsx": reviewers,
  "endorsements/cities/[id]/actions.ts askAgain": reviewers,
  "endorsements/cities/[id]/actions.ts record": reviewers,
  "endorsements/cities/[id]/actions.ts takeBack": reviewers,
  "endorsements/cities/[id]/page.tsx": reviewers,
  "endorsements/page.tsx": reviewers,
  "endorsements/review/actions.ts decide": reviewers,
  "endorsements/review/actions.ts resume": reviewers,
  "endorsements/review/actions.ts stop": reviewers,
  "endorsements/review/actions.ts undo": reviewers,
  "endorsements/review/page.tsx": reviewers,
  "exports/page.tsx": staff,
  "exports/[file]/route.ts POST": staff,
  "log/openings/page.tsx": administrators,
  "log/page.tsx": administrators,
  "operations/page.tsx": administrators,
  "overview/page.tsx": reviewers,
  "members/[id]/actions.ts correct": staff,
  "members/[id]/change-actions.ts link": reviewers,
  "members/[id]/change-actions.ts rename": reviewers,
  "members/[id]/change-actions.ts takeLinkBack": reviewers,
  "members/[id]/change-actions.ts takeRenameBack": reviewers,
  "members/[id]/contacts/actions.ts ask": reviewers,
  "members/[id]/contacts/actions.ts saveContact": reviewers,
  "members/[id]/contacts/actions.ts takeContactOut": reviewers,
  "members/[id]/contacts/page.tsx": reviewers,
  "members/[id]/page.tsx": staff,
  "members/[id]/public-page/actions.ts restore": editors,
  "members/[id]/public-page/actions.ts save": editors,
  "members/[id]/public-page/actions.ts showAction": editors,
  "members/[id]/public-page/page.tsx": editors,
  "members/page.tsx": staff,
  "members/proposals/[id]/actions.ts decide": editors,
  "members/proposals/[id]/page.tsx": editors,
  "members/proposals/page.tsx": editors,
  "publishing/actions.ts create": editors,
  "publishing/actions.ts draw": editors,
  "publishing/actions.ts putBack": editors,
  "publishing/actions.ts save": editors,
  "publishing/actions.ts withdraw": editors,
  "publishing/announcements/actions.ts announce": editors,
  "publishing/announcements/actions.ts end": editors,
  "publishing/announcements/page.tsx": editors,
  "publishing/[id]/page.tsx": editors,
  "publishing/new/page.tsx": editors,
  "publishing/page.tsx": editors,
  "publishing/pictures/[file]/route.ts GET": editors,
  "saved-filters/actions.ts removeView": reviewers,
  "saved-filters/actions.ts saveView": reviewers,
  "settings/actions.ts save": administrators,
  "settings/actions.ts undo": administrators,
  "settings/page.tsx": administrators,
  "texts/actions.ts create": reviewers,
  "texts/actions.ts putBack": reviewers,
  "texts/actions.ts retire": reviewers,
  "texts/actions.ts save": reviewers,
  "texts/[id]/page.tsx": reviewers,
  "texts/page.tsx": reviewers,
  "sign-in/actions.ts beginAsFirstAdministrator": everybody,
  "sign-in/actions.ts continueSignIn": everybody,
  "sign-in/actions.ts endSession": everybody,
  "sign-in/actions.ts requestSignInLink": everybody,
  "sign-in/continue/page.tsx": everybody,
  "sign-in/first/page.tsx": everybody,
  "sign-in/oidc/callback/route.ts GET": everybody,
  "sign-in/oidc/route.ts GET": everybody,
  "sign-in/page.tsx": everybody,
  "staff/actions.ts changeRole": administrators,
  "staff/actions.ts invite": administrators,
  "staff/actions.ts remove": administrators,
  "staff/actions.ts signOutMember": administrators,
  "staff/page.tsx": administrators,
};

type Callable = { name: string; call: () => Promise<unknown> };

const panel = "app/admin";
const sources = globSync("**/*.{ts,tsx}", { cwd: panel }).filter(
  (file) => !file.includes(".test."),
);
const read = (file: string) => readFileSync(join(panel, file), "utf8");
const load = (file: string) =>
  import(/* @vite-ignore */ join(process.cwd(), panel, file)) as Promise<
    Record<string, (...given: unknown[]) => Promise<unknown>>
  >;

/** Of a form that says nothing. Whoever is let past fails later, or does nothing. */
const form = () => new FormData();
const untouched = { attempt: 0, values: {}, fieldErrors: {} };

async function actionsOf(file: string): Promise<Callable[]> {
  return Object.entries(await load(file)).map(([name, action]) => ({
    name: `${file} ${name}`,
    call: () => (action.length > 1 ? action(untouched, form()) : action(form())),
  }));
}

async function pageOf(file: string): Promise<Callable[]> {
  const { default: page, generateMetadata } = await load(file);
  const props = {
    params: Promise.resolve({ id: "nowhere" }),
    searchParams: Promise.resolve({}),
  };
  const parts = [page, generateMetadata].filter((part) => part !== undefined);
  return parts.map((part) => ({ name: file, call: () => part(props) }));
}

async function handlersOf(file: string): Promise<Callable[]> {
  const props = { params: Promise.resolve({ file: "nothing.webp" }) };
  return Object.entries(await load(file))
    .filter(([name]) => /^[A-Z]+$/.test(name))
    .map(([name, handler]) => ({
      name: `${file} ${name}`,
      call: () => handler(new Request("http://localhost"), props),
    }));
}

let callables: Callable[];

beforeAll(async () => {
  await resetDatabase();
  callables = (
    await Promise.all([
      ...sources.filter((file) => /^"use server";/m.test(read(file))).map(actionsOf),
      ...sources.filter((file) => file.endsWith("page.tsx")).map(pageOf),
      ...sources.filter((file) => file.endsWith("route.ts")).map(handlersOf),
    ])
  ).flat();
});

/** A browser in which somebody of this role is signed in. */
async function signedIn(role: string): Promise<TestBrowser> {
  if (role === "nobody") return new TestBrowser();
  const email = `${role}@example.org`;
  await addStaff({ email, name: null, role: role as StaffRole }, null);
  const { id: userId } = await prisma.user.findUniqueOrThrow({ where: { email } });
  return signInAs(userId);
}

/** What comes after the guard, such as an error about the form, counts as past it. */
async function isLetPast({ call }: Callable, role: string): Promise<boolean> {
  const browser = await signedIn(role);
  const answer = await browser.request(call).catch(() => null);
  const { redirectedTo = "" } = (answer ?? {}) as { redirectedTo?: string };
  return redirectedTo !== "/admin/sign-in" && !redirectedTo.includes("problem=not_allowed");
}

test("the table names every action and page of the panel, and no other", () => {
  const found = new Set(callables.map(({ name }) => name));
  expect([...found].sort()).toEqual(Object.keys(table).sort());
});

test("the table names every role", () => {
  expect(everybody.slice(1).sort()).toEqual(Object.keys(StaffRole).sort());
});

describe.each(Object.entries(table))("%s", (name, allowed) => {
  test(`lets past ${allowed.join(", ")}, and nobody else`, async () => {
    const parts = callables.filter((callable) => callable.name === name);
    expect(parts).not.toEqual([]);
    for (const part of parts) {
      const past: string[] = [];
      for (const role of everybody) if (await isLetPast(part, role)) past.push(role);
      expect(past).toEqual(allowed);
    }
  });
});
