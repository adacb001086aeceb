import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages } from "@/tests/e2e/support/public-pages";

// Bytes as they go over the wire, in brotli. They are the same on every machine, so they can be
// demanded.

const pageBudget = 14_000;
const homeBudget = 60_000;

/** The bytes of a body, compressed. */
async function weigh(
  request: APIRequestContext,
  path: string,
): Promise<{ bytes: number; text: string }> {
  const answer = await request.get(path, { headers: { "accept-encoding": "br" } });
  expect(answer.headers()["content-encoding"], path).toBe("br");
  return { bytes: Number(answer.headers()["content-length"]), text: await answer.text() };
}

test("the HTML and CSS of each public page arrive within 14,000 bytes @scripts", async ({
  request,
}) => {
  const weights: Record<string, number> = {};
  for (const { path } of await listPublicPages(request)) {
    const { bytes, text } = await weigh(request, path);
    // The styles stand inside: nothing else is needed to show the page.
    expect(text, path).toMatch(/<style>[^<]{10000}/);
    expect(text, path).not.toContain('rel="stylesheet"');
    weights[path] = bytes;
  }
  expect(Object.entries(weights).filter(([, bytes]) => !(bytes <= pageBudget))).toEqual([]);
});

test("the home page with everything on it arrives within 60,000 bytes, none of them JavaScript @scripts", async ({
  page,
}) => {
  const sizes: { type: string; bytes: number }[] = [];
  page.on("requestfinished", async (request) => {
    sizes.push({ type: request.resourceType(), bytes: (await request.sizes()).responseBodySize });
  });
  await page.goto("/en", { waitUntil: "networkidle" });
  await expect
    .poll(() => sizes.map(({ type }) => type))
    .toEqual(expect.arrayContaining(["document", "font"]));
  expect(sizes.filter(({ type }) => type === "script")).toEqual([]);
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(homeBudget);
});
