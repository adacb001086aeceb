import type { Page } from "@playwright/test";
import { audit, auditContent } from "@/tests/e2e/access/audit";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages, type PublicPage } from "@/tests/pages/public-pages";
import { recordResult } from "@/tests/support/runners/record-result";

// Every public page in every way that it is read. Scripts have no part in them, so that one browser
// is enough.

test.use({ expectedFailures: /the server responded with a status of 404/ });
// A minute on a quiet machine. Other tests may run beside it.
test.setTimeout(600_000);

/** Pages that are built alike, such as those of cities, by the one before them: `/en/cities`. */
const kindOf = ({ path }: PublicPage): string => path.replace(/\/[^/]+$/, "/*");

const isCity = (page: PublicPage) => kindOf(page) === "/en/cities/*";

/** Of these, two are looked at in every way and the others at what is their own. */
const builtAlike = ["/en/cities/*", "/en/news/*"];

async function auditAll(page: Page, pages: PublicPage[]): Promise<string[]> {
  const findings: string[] = [];
  const seen = new Map<string, number>();
  for (const each of pages) {
    const response = await page.goto(each.path);
    const html = (await response?.text()) ?? "";
    const kind = kindOf(each);
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    // By keyboard, one page of each kind: the way is the same, and long.
    const walks = kind === "/en/*" || count === 0;
    const isLikeOthers = builtAlike.includes(kind) && count >= 2;
    const found = isLikeOthers ? auditContent(page, { html }) : audit(page, { html, walks });
    findings.push(...(await found).map((finding) => `${each.path}: ${finding}`));
  }
  return findings;
}

/** Looks at the pages in every way, and keeps the number of faults. */
async function findFaults(page: Page, part: string, pages: PublicPage[]): Promise<string[]> {
  const faults = await auditAll(page, pages);
  const inHtml = faults.filter((fault) => fault.includes(": HTML "));
  const sample = pages.length;
  recordResult("htmlFaults", { value: inHtml.length, sample }, part);
  recordResult("accessFaults", { value: faults.length - inHtml.length, sample }, part);
  return faults;
}

test("equal access: cities' own pages @scripts", async ({ page, request }) => {
  const pages = (await listPublicPages(request)).filter(isCity);
  expect(pages.length).toBeGreaterThan(25);
  expect(await findFaults(page, "cities", pages)).toEqual([]);
});

test("equal access: all other public pages @scripts", async ({ page, request }) => {
  const pages = (await listPublicPages(request)).filter((each) => !isCity(each));
  expect(pages.length).toBeGreaterThan(30);
  expect(await findFaults(page, "others", pages)).toEqual([]);
});

// Portland in Oregon and the one in Maine.
const portlands = [5746545, 4975802];

const searches = [
  ...[
    "query=san",
    "country=US",
    "country=US&year=2019",
    "year=2019",
    "region=europe",
    "area=30,-90,45,-80",
  ].map((question) => `/en/cities?${question}`),
  ...["country=US", "country=DE", "country=DE&region=Bavaria", "page=2"].map(
    (question) => `/en/asked?${question}`,
  ),
  ...["area=principle_3", "city=amsterdam&status=planned", "country=ES&area=principle_1"].map(
    (question) => `/en/actions?${question}`,
  ),
  "/en/endorse/ask",
  "/en/endorse/ask?query=portland",
  ...portlands.map((id) => `/en/endorse/ask?city=${id}`),
];

test("every public page names itself first, and no two alike @scripts", async ({
  page,
  request,
}) => {
  const titles: string[] = [];
  for (const path of [
    ...(await listPublicPages(request))
      .filter(({ status }) => status === 200)
      .map(({ path }) => path),
    ...searches,
  ]) {
    const html = await (await request.get(path)).text();
    const title = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "text/html").title,
      html,
    );
    if (path !== "/en")
      expect(title, path).toMatch(/^(?!Cities Coalition).+ – Cities Coalition for Digital Rights$/);
    titles.push(title);
  }
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
