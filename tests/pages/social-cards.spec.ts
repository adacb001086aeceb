import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages } from "@/tests/pages/public-pages";
import { prisma } from "@/lib/db";
import { raiseSiteVersion } from "@/lib/site-version";

/** What a page's head says under a name, e.g. `og:image`. */
function said(html: string, property: string): string {
  const [tag = ""] = new RegExp(`<meta (property|name)="${property}"[^>]*>`).exec(html) ?? [];
  return /content="([^"]*)"/.exec(tag)?.[1] ?? "";
}

/** The picture at an address: its status, type and size in pixels. */
async function look(request: APIRequestContext, address: string) {
  const answer = await request.get(new URL(address).pathname);
  const body = await answer.body();
  const { "content-type": type, "cache-status": from = "" } = answer.headers();
  return {
    status: answer.status(),
    type,
    from,
    width: body.readUInt32BE(16),
    height: body.readUInt32BE(20),
  };
}

/** Pages that are shown in place of others, whose address nobody shares. */
const helping = /no-such-page|server-error|busy|sent-/;

test.slow();

test("each public page names a picture of its own for where its address is shared @scripts", async ({
  request,
  baseURL,
}) => {
  const cards = new Set<string>();
  const pages = (await listPublicPages(request)).filter(
    ({ status, path }) => status === 200 && !helping.test(path),
  );
  for (const { path } of pages) {
    const html = await (await request.get(path)).text();
    const address = said(html, "og:image");
    expect(said(html, "twitter:card"), path).toBe("summary_large_image");
    expect(said(html, "twitter:image"), path).toBe(address);
    expect(said(html, "og:image:alt"), path).toContain("A city by night");
    expect(new URL(address).origin, path).toBe(baseURL);
    expect(await look(request, address), path).toMatchObject({
      status: 200,
      type: "image/png",
      width: 1200,
      height: 630,
    });
    cards.add(address);
  }
  expect(cards.size).toBeGreaterThan(45);
});

test("each public page says in its head which site it is of, and in which language @scripts", async ({
  request,
}) => {
  const paths = (await listPublicPages(request))
    .filter(({ status, path }) => status === 200 && !helping.test(path))
    .map(({ path }) => path);
  for (const path of [
    ...paths,
    "/en/join",
    "/en/endorse/ask",
    "/en/endorse/ask?query=gent",
    "/en/endorse/ask?city=2797656",
  ]) {
    const html = await (await request.get(path)).text();
    const head = {
      site: said(html, "og:site_name"),
      locale: said(html, "og:locale"),
      title: said(html, "og:title"),
    };
    expect(head, path).toEqual({
      site: "Cities Coalition for Digital Rights",
      locale: "en_GB",
      title: expect.stringMatching(/./),
    });
  }
});

test("a picture is remembered, and there is none of a page that is not there @scripts", async ({
  request,
  baseURL,
}) => {
  await look(request, `${baseURL}/en/card/cities/lyon`);
  expect((await look(request, `${baseURL}/en/card/cities/lyon`)).from).toBe("front-door; hit");
  for (const path of [
    "/en/card/cities/atlantis",
    "/en/card/nothing",
    "/en/card/cities/lyon/more",
    "/xx/card",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("the page is readable while twenty pictures are made at once @scripts", async ({
  request,
}) => {
  const cities = [
    "amsterdam",
    "athens",
    "austin",
    "barcelona",
    "berlin",
    "bratislava",
    "cary",
    "chicago",
    "cluj-napoca",
    "grenoble",
  ];
  const others = [
    "guadalajara",
    "helsinki",
    "kansas-city",
    "london",
    "los-angeles",
    "milan",
    "moscow",
    "philadelphia",
    "portland",
    "vienna",
  ];
  // Pictures that are remembered need not be made.
  await prisma.$transaction((tx) => raiseSiteVersion(tx));
  const fromOf = async () => (await request.get("/en/card/cities/lyon")).headers()["cache-status"];
  await expect.poll(fromOf).toContain("miss");
  await request.get("/en/about");

  const order: string[] = [];
  const pictures = [...cities, ...others].map(async (city) => {
    expect((await request.get(`/en/card/cities/${city}`)).status(), city).toBe(200);
    order.push(city);
  });
  await request.get("/en/about");
  order.push("the page");
  await Promise.all(pictures);
  expect(order.indexOf("the page")).toBeLessThan(20);
});

test("a browser takes the manifest and its icons @scripts", async ({ page, request }) => {
  await page.goto("/en");
  const browser = await page.context().newCDPSession(page);
  const { url, errors, data } = await browser.send("Page.getAppManifest");
  expect({ path: new URL(url).pathname, errors }).toEqual({
    path: "/en/manifest.webmanifest",
    errors: [],
  });
  const { icons } = JSON.parse(data ?? "{}") as { icons: { src: string; type: string }[] };
  expect(icons).toHaveLength(4);
  for (const { src, type } of icons)
    expect((await request.get(src)).headers()["content-type"], src).toBe(type);
});

test("a browser that has an icon asks whether it has changed, and is told that it has not @scripts", async ({
  page,
  request,
}) => {
  await page.goto("/en");
  const named = await page
    .locator("link[rel~='icon'], link[rel='apple-touch-icon']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(named).toHaveLength(3);
  for (const address of [...named, "/icon-192.png", "/icon-512.png", "/icon-maskable-512.png"]) {
    const { etag = "", "last-modified": lastModified = "" } = (
      await request.get(address)
    ).headers();
    expect(etag + lastModified, address).not.toBe("");
    for (const [question, known] of [
      ["if-none-match", etag],
      ["if-modified-since", lastModified],
    ] as const) {
      if (known === "") continue;
      const again = await request.get(address, { headers: { [question]: known } });
      expect([again.status(), (await again.body()).length], address).toEqual([304, 0]);
    }
  }
});
