// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  readDeviceProof,
  requirePermission,
  requireReviewer,
  requireReviewerOnPage,
  signIn,
  signOut,
} from "@/lib/auth";
import { prisma } from "@/lib/db";
import { addStaff, removeStaff } from "@/lib/staff/commands";
import { isKnownDevice } from "@/lib/staff/known-device";
import { sessionHours } from "@/lib/staff/session-hours";
import { issueSignInToken } from "@/lib/staff/sign-in";
import { hashToken } from "@/lib/tokens";
import { resetDatabase } from "@/tests/support/database/reset";
import { administrator, reviewer } from "@/tests/support/staff/staff";

// Who may do what in the panel: next-auth, the database and Next's own request, without pages.

const toSignIn = { redirectedTo: "/admin/sign-in" };
const toOverview = { redirectedTo: "/admin/overview?problem=not_allowed" };
const requireAdministrator = () => requirePermission("manageStaff");

beforeEach(async () => {
  vi.unstubAllEnvs();
  await resetDatabase();
  await addStaff(reviewer, null);
  await addStaff(administrator, null);
});

const mailLink = (email: string) => prisma.$transaction((tx) => issueSignInToken(tx, email));

/** A browser in which somebody has signed in by a link. */
async function signedIn(email: string): Promise<TestBrowser> {
  const browser = new TestBrowser();
  const token = await mailLink(email);
  expect(await browser.request(() => signIn(token))).not.toBeNull();
  return browser;
}

const sessionIn = (browser: TestBrowser): string =>
  browser.cookies.get("staff-session")?.value ?? "";

describe("signing in", () => {
  test("opens a session of which only the hash is stored, in a cookie for the panel alone", async () => {
    const browser = await signedIn(reviewer.email);

    expect(browser.cookies.get("staff-session")).toMatchObject({
      path: "/admin",
      httpOnly: true,
      sameSite: "lax",
    });
    const [session, ...more] = await prisma.session.findMany({
      include: { user: { select: { email: true } } },
    });
    expect(more).toEqual([]);
    expect(session).toMatchObject({
      sessionToken: hashToken(sessionIn(browser)),
      user: { email: reviewer.email },
    });
    expect(Math.round((session!.expires.getTime() - Date.now()) / 3_600_000)).toBe(sessionHours);
  });

  test("works once with a link, and with no other text", async () => {
    const token = await mailLink(reviewer.email);
    const [first, second] = [new TestBrowser(), new TestBrowser()];
    expect(await first.request(() => signIn(token))).toBe("reviewer");
    expect(await second.request(() => signIn(token))).toBeNull();
    expect(await second.request(() => signIn("made up"))).toBeNull();
    expect(second.cookies.size).toBe(0);
  });

  test("works with no link of somebody who has left, nor of somebody who never was there", async () => {
    const token = await mailLink(reviewer.email);
    await prisma.user.update({ where: { email: reviewer.email }, data: { removedAt: new Date() } });
    const strangersToken = await mailLink("stranger@example.org");
    const browser = new TestBrowser();

    expect(await browser.request(() => signIn(token))).toBeNull();
    expect(await browser.request(() => signIn(strangersToken))).toBeNull();
    expect(browser.cookies.size).toBe(0);
    expect({ sessions: await prisma.session.count(), staff: await prisma.user.count() }).toEqual({
      sessions: 0,
      staff: 2,
    });
  });

  test("ends the session that the browser had before", async () => {
    const browser = await signedIn(reviewer.email);
    const before = sessionIn(browser);
    const token = await mailLink(administrator.email);
    await browser.request(() => signIn(token));

    expect(await browser.request(requireReviewer)).toMatchObject({ email: administrator.email });
    expect(await prisma.session.count({ where: { sessionToken: hashToken(before) } })).toBe(0);
  });

  test("makes the browser known as this member's, and nobody else's", async () => {
    const browser = await signedIn(reviewer.email);
    const proof = await browser.request(readDeviceProof);
    const staff = await prisma.user.findMany({
      orderBy: { email: "desc" },
      select: { id: true, email: true },
    });
    const known = staff.map(({ id, email }) => ({
      email,
      isKnown: isKnownDevice(id, proof as string),
    }));
    expect(known).toEqual([
      { email: reviewer.email, isKnown: true },
      { email: administrator.email, isKnown: false },
    ]);
    expect(browser.cookies.get("staff-device")).toMatchObject({
      path: "/admin/sign-in",
      httpOnly: true,
      sameSite: "lax",
    });
  });

  test("at a public address under TLS, sets cookies that never leave it", async () => {
    vi.stubEnv("SITE_URL", "https://coalition.example");
    const browser = await signedIn(reviewer.email);
    for (const name of ["__Secure-staff-session", "__Secure-staff-device"])
      expect(browser.cookies.get(name)).toMatchObject({ secure: true });
  });
});

describe("the guards", () => {
  test("let a reviewer do what reviewers do, and an administrator all", async () => {
    const [reviews, administers] = [
      await signedIn(reviewer.email),
      await signedIn(administrator.email),
    ];

    expect(await reviews.request(requireReviewer)).toMatchObject(reviewer);
    expect(await reviews.request(requireReviewerOnPage)).toMatchObject({
      ok: true,
      staff: reviewer,
    });
    expect(await reviews.request(requireAdministrator)).toEqual(toOverview);
    expect(await administers.request(requireReviewer)).toMatchObject(administrator);
    expect(await administers.request(requireReviewerOnPage)).toMatchObject({
      ok: true,
      staff: administrator,
    });
    expect(await administers.request(requireAdministrator)).toMatchObject(administrator);
  });

  test("let nobody in without a session, with a made-up one, or with what the database keeps of one", async () => {
    const browser = new TestBrowser();
    expect(await browser.request(requireReviewer)).toEqual(toSignIn);

    const stored = hashToken(sessionIn(await signedIn(administrator.email)));
    for (const value of ["made-up", stored]) {
      browser.cookies.set("staff-session", { value });
      for (const guard of [requireReviewer, requireAdministrator, requireReviewerOnPage])
        expect(await browser.request<unknown>(guard)).toEqual(toSignIn);
    }
  });

  test("know a role as it is now, not as it was when its holder signed in", async () => {
    const browser = await signedIn(administrator.email);
    await prisma.user.update({ where: { email: administrator.email }, data: { role: "reviewer" } });
    expect(await browser.request(requireAdministrator)).toEqual(toOverview);

    await prisma.user.update({
      where: { email: administrator.email },
      data: { role: "administrator" },
    });
    expect(await browser.request(requireAdministrator)).toMatchObject(administrator);
  });

  test("put out whoever is removed with the next request, also where a session was left", async () => {
    const browser = await signedIn(reviewer.email);
    await prisma.user.update({ where: { email: reviewer.email }, data: { removedAt: new Date() } });
    for (const guard of [requireReviewer, requireAdministrator, requireReviewerOnPage])
      expect(await browser.request<unknown>(guard)).toEqual(toSignIn);
  });

  test("put out whoever is removed for good: coming back takes a new link", async () => {
    const browser = await signedIn(reviewer.email);
    await removeStaff(reviewer.email, null);
    await addStaff(reviewer, null);
    expect(await browser.request(requireReviewer)).toEqual(toSignIn);
    expect(await (await signedIn(reviewer.email)).request(requireReviewer)).toMatchObject(reviewer);
  });

  test("end a session when its time is over, and never prolong it", async () => {
    const browser = await signedIn(reviewer.email);
    const begun = await prisma.session.findFirstOrThrow();
    const almostOver = new Date(Date.now() + 60_000);
    await prisma.session.update({ where: { id: begun.id }, data: { expires: almostOver } });
    expect(await browser.request(requireReviewer)).toMatchObject(reviewer);
    expect((await prisma.session.findFirstOrThrow()).expires).toEqual(almostOver);

    await prisma.session.update({
      where: { id: begun.id },
      data: { expires: new Date(Date.now() - 1) },
    });
    expect(await browser.request(requireReviewer)).toEqual(toSignIn);
    expect(await prisma.session.count()).toBe(0);
  });

  test("tell a page's script why, instead of leaving a page with texts on it", async () => {
    const byScript = { "next-action": "00" };
    expect(await new TestBrowser().request(requireReviewerOnPage, byScript)).toEqual({
      ok: false,
      reason: "signedOut",
    });
    expect(
      await (await signedIn(reviewer.email)).request(requireReviewerOnPage, byScript),
    ).toMatchObject({ ok: true, staff: reviewer });
  });
});

describe("signing out", () => {
  test("ends the session in the browser and in the database, and no other one", async () => {
    const [here, there] = [await signedIn(reviewer.email), await signedIn(reviewer.email)];
    const kept = sessionIn(here);
    await here.request(signOut);

    expect(here.cookies.has("staff-session")).toBe(false);
    expect(await here.request(requireReviewer)).toEqual(toSignIn);
    here.cookies.set("staff-session", { value: kept });
    expect(await here.request(requireReviewer)).toEqual(toSignIn);
    expect(await there.request(requireReviewer)).toMatchObject(reviewer);
  });

  test("does nothing for whoever is not signed in", async () => {
    await signedIn(reviewer.email);
    const stranger = new TestBrowser();
    stranger.cookies.set("staff-session", { value: "made-up" });
    await stranger.request(signOut);
    expect(await prisma.session.count()).toBe(1);
  });
});
