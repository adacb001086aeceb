// First: what Next needs of its surroundings must be there before anything of Next is loaded.
import { TestBrowser } from "@/tests/support/processes/next-request";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { beginOidcSignIn, finishOidcSignIn, requirePermission } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { addStaff, removeStaff } from "@/lib/staff/commands";
import { client, OidcServer } from "@/tests/support/processes/oidc-server";
import { resetDatabase } from "@/tests/support/database/reset";

const directory = new OidcServer();

const reviewer = { email: "reviewer@city.example", name: null, role: "reviewer" as const };
const verified = { email: reviewer.email, email_verified: true };

beforeAll(() => directory.start());
afterAll(() => directory.stop());

beforeEach(async () => {
  vi.stubEnv("OIDC_ISSUER", directory.issuer);
  vi.stubEnv("OIDC_CLIENT_ID", client.id);
  vi.stubEnv("OIDC_CLIENT_SECRET", client.secret);
  vi.stubEnv("OIDC_DOMAIN", "city.example");
  await resetDatabase();
  await addStaff(reviewer, null);
});

async function begin(browser: TestBrowser): Promise<URL> {
  const address = await browser.request(beginOidcSignIn);
  if (typeof address !== "string") throw new Error("The directory was not reached.");
  return new URL(address);
}

/** The whole way, with what the directory says of the person. */
async function signInWith(claims: Record<string, unknown>, browser = new TestBrowser()) {
  const query = directory.agree(await begin(browser), claims);
  return browser.request(() => finishOidcSignIn(query));
}

const mayReview = (browser: TestBrowser) =>
  browser.request(() => requirePermission("reviewApplications"));

const signedOut = { redirectedTo: "/admin/sign-in" };

test("somebody of the staff with a verified address of the domain is signed in", async () => {
  const browser = new TestBrowser();
  expect(await signInWith({ ...verified, email: "Reviewer@City.example" }, browser)).toBe(
    "reviewer",
  );
  expect(await mayReview(browser)).toMatchObject({ email: reviewer.email, role: "reviewer" });
  expect([...browser.cookies.keys()].sort()).toEqual(["staff-device", "staff-session"]);
  expect(await prisma.user.count()).toBe(1);
});

test("the directory is asked with a code that only this browser can use", async () => {
  const address = await begin(new TestBrowser());
  expect(`${address.origin}${address.pathname}`).toBe(`${directory.issuer}/authorize`);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    client_id: client.id,
    response_type: "code",
    scope: "openid email",
    redirect_uri: "http://localhost:3000/admin/sign-in/oidc/callback",
    code_challenge_method: "S256",
    state: expect.stringMatching(/.{20}/) as string,
    nonce: expect.stringMatching(/.{20}/) as string,
  });
});

test("the directory is asked where it is once, however many begin or come back with nothing", async () => {
  for (let stranger = 1; stranger <= 20; stranger++) {
    await begin(new TestBrowser());
    await new TestBrowser().request(() => finishOidcSignIn({ code: "made-up", state: "made-up" }));
  }
  expect(directory.discoveries).toBe(1);
});

test("one that does not answer is left alone for half a minute", async () => {
  const broken = new OidcServer();
  await broken.start();
  vi.stubEnv("OIDC_ISSUER", `${broken.issuer}/elsewhere`);
  const answers: unknown[] = [];
  for (let stranger = 1; stranger <= 5; stranger++)
    answers.push(await new TestBrowser().request(beginOidcSignIn));
  expect(answers).toEqual([null, null, null, null, null]);
  expect(broken.asked).toBe(1);
  await broken.stop();
});

describe("nobody is signed in", () => {
  test.each([
    ["with an address of another domain", { ...verified, email: "reviewer@elsewhere.example" }],
    ["with an address that ends like the domain", { ...verified, email: "r@not-city.example" }],
    ["with an address of a domain below it", { ...verified, email: "r@mail.city.example" }],
    ["with an address that is not verified", { ...verified, email_verified: false }],
    ["with an address of which the directory says nothing", { email: reviewer.email }],
    ["with an address that is verified in words", { ...verified, email_verified: "true" }],
    ["without an address", { email_verified: true }],
    ["whom nobody has invited", { ...verified, email: "stranger@city.example" }],
    ["with a token for another client", { ...verified, aud: "another" }],
    ["with a token of another issuer", { ...verified, iss: "https://elsewhere.example" }],
    ["with a token that is too old", { ...verified, exp: 1 }],
    ["with the token of another request", { ...verified, nonce: "another" }],
  ])("%s", async (_, claims) => {
    // Who is on the staff, but of another domain.
    for (const email of ["reviewer@elsewhere.example", "r@not-city.example", "r@mail.city.example"])
      await addStaff({ ...reviewer, email }, null);
    const browser = new TestBrowser();
    expect(await signInWith(claims, browser)).toBeNull();
    expect(await mayReview(browser)).toEqual(signedOut);
    expect({
      sessions: await prisma.session.count(),
      staff: await prisma.user.count(),
      cookies: browser.cookies.size,
    }).toEqual({ sessions: 0, staff: 4, cookies: 0 });
  });

  test("who has left the staff", async () => {
    await removeStaff(reviewer.email, null);
    expect(await signInWith(verified)).toBeNull();
    expect(await prisma.session.count()).toBe(0);
  });

  test("with another state, in another browser, or a second time", async () => {
    const browser = new TestBrowser();
    const query = directory.agree(await begin(browser), verified);
    const wrongState = { ...query, state: "another" };
    const elsewhere = new TestBrowser();
    await begin(elsewhere);

    expect(await elsewhere.request(() => finishOidcSignIn(query))).toBeNull();
    expect(await new TestBrowser().request(() => finishOidcSignIn(query))).toBeNull();
    const cookies = new Map(browser.cookies);
    expect(await browser.request(() => finishOidcSignIn(query))).toBe("reviewer");
    for (const [name, cookie] of cookies) browser.cookies.set(name, cookie);
    expect(await browser.request(() => finishOidcSignIn(query))).toBeNull();

    const another = new TestBrowser();
    await begin(another);
    expect(await another.request(() => finishOidcSignIn(wrongState))).toBeNull();
  });

  test("where the directory says that the person has refused", async () => {
    const browser = new TestBrowser();
    const { state } = directory.agree(await begin(browser), verified);
    const query = { error: "access_denied", state };
    expect(await browser.request(() => finishOidcSignIn(query))).toBeNull();
  });

  test("where no directory is set, or it does not answer", async () => {
    vi.stubEnv("OIDC_ISSUER", "http://127.0.0.1:9");
    expect(await new TestBrowser().request(beginOidcSignIn)).toBeNull();
    for (const name of ["ISSUER", "CLIENT_ID", "CLIENT_SECRET", "DOMAIN"])
      vi.stubEnv(`OIDC_${name}`, "");
    expect(await new TestBrowser().request(beginOidcSignIn)).toBeNull();
  });
});

test("whoever was signed in as somebody else is that no more", async () => {
  const browser = new TestBrowser();
  await signInWith(verified, browser);
  await addStaff({ email: "editor@city.example", name: null, role: "editor" }, null);
  expect(await signInWith({ ...verified, email: "editor@city.example" }, browser)).toBe("editor");
  expect(await prisma.session.findMany({ select: { user: { select: { role: true } } } })).toEqual([
    { user: { role: "editor" } },
  ]);
});
