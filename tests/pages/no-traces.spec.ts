import type { Page, Request } from "@playwright/test";
import { executableScripts } from "@/tests/e2e/support/executable-scripts";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages, type PublicPage } from "@/tests/pages/public-pages";
import { recordResult } from "@/tests/support/runners/record-result";

// A browser that would run scripts, take cookies and fetch from anywhere finds none of it on the
// public pages. What the policy forbids, the browser complains of, and that fails the test too.

test.use({ expectedFailures: /the server responded with a status of 404/ });
test.slow();

/** Notes what a page fetches besides itself. */
function requestsOf(page: Page): Request[] {
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  return requests;
}

const sections = ["principles", "actions", "cities", "about", "joining", "endorse"];

/**
 * The link of the navigation that is marked, and how: `page` on the section's own page, `true`
 * below it.
 */
function markedOn({ path, status }: PublicPage): [string, string][] {
  const [, language = "", section = "", below] = new URL(path, "http://any.example").pathname.split(
    "/",
  );
  return status === 200 && sections.includes(section)
    ? [[`/${language}/${section}`, below ? "true" : "page"]]
    : [];
}

test("no public page has a script, a cookie or a request to others, and each marks its section in the navigation @scripts", async ({
  page,
  context,
  request,
  baseURL,
}) => {
  const pages = await listPublicPages(request);
  expect(pages.length).toBeGreaterThan(50);
  const requests = requestsOf(page);
  const withScripts: string[] = [];

  for (const { path, status } of pages) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(status);
    expect(await response?.headerValue("content-security-policy"), path).toMatch(
      /^default-src 'none'; (?!.*(script-src|unsafe))/,
    );
    expect(await response?.headerValue("set-cookie"), path).toBeNull();
    if ((await executableScripts(page).count()) > 0) withScripts.push(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const marked = page.getByRole("navigation", { name: "Main" }).locator("a[aria-current]");
    expect(
      await marked.evaluateAll((links) =>
        links.map((link) => [link.getAttribute("href"), link.getAttribute("aria-current")]),
      ),
      path,
    ).toEqual(markedOn({ path, status }));
  }

  const addressesOf = (some: Request[]) => some.map((each) => each.url());
  const scripts = [
    ...withScripts,
    ...addressesOf(requests.filter((each) => each.resourceType() === "script")),
  ];
  const toOthers = addressesOf(requests.filter((each) => new URL(each.url()).origin !== baseURL));
  const cookies = await context.cookies();
  recordResult("scripts", { value: scripts.length, sample: pages.length });
  recordResult("otherHosts", { value: toOthers.length, sample: pages.length });
  recordResult("cookies", { value: cookies.length, sample: pages.length });
  expect({ scripts, toOthers, cookies }).toEqual({ scripts: [], toOthers: [], cookies: [] });
});

test("JSON-LD stays on a page whose scripts are gone @scripts", async ({ page }) => {
  await page.goto("/en/news");
  await page.getByRole("main").getByRole("heading").getByRole("link").first().click();
  const data = await page.locator("script[type='application/ld+json']").first().textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ "@context": "https://schema.org" });
});

test("the declaration's PDF is shown as it is @scripts", async ({ request }) => {
  const answer = await request.get("/declaration-2018-en.pdf");
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
  });
});

test("only the join form and the staff panel may run scripts: its one, and those of each answer @scripts", async ({
  request,
}) => {
  const headersOf = async (path: string) => (await request.get(path)).headers();
  const policyOf = async (path: string) => (await headersOf(path))["content-security-policy"] ?? "";
  const [one, other] = [await policyOf("/admin/sign-in"), await policyOf("/admin/sign-in")];
  expect(one).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
  expect(one).not.toBe(other);
  const join = await policyOf("/en/join");
  expect(join).toMatch(/script-src 'sha256-[^']+' 'strict-dynamic'/);
  expect(`${one} ${join}`).not.toMatch(/unsafe/);
  for (const path of ["/en/join", "/admin/sign-in"])
    expect((await headersOf(path))["cache-control"]).toContain("no-store");
});

test("no spelling of an address brings a page of the panel or of one reader into memory @scripts", async ({
  request,
}) => {
  for (const path of ["/%61dmin/sign-in", "/en/%61pplications/0000", "/en/%6aoin"]) {
    await request.get(path);
    expect((await request.get(path)).headers()["cache-status"], path).toBeUndefined();
  }
});
