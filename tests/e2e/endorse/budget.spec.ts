import type { APIRequestContext } from "@playwright/test";
import { goalOf } from "@/lib/measurements/measurements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages } from "@/tests/e2e/support/public-pages";
import { recordResult } from "@/tests/support/record-result";

// Bytes as they go over the wire, in brotli. They are the same on every machine, so they can be
// demanded.

const pageBudget = goalOf("pageBytes");
const homeBudget = goalOf("homeBytes");

/** The bytes of a body, compressed. */
async function weigh(
  request: APIRequestContext,
  path: string,
): Promise<{ bytes: number; text: string }> {
  const answer = await request.get(path, { headers: { "accept-encoding": "br" } });
  expect(answer.headers()["content-encoding"], path).toBe("br");
  return { bytes: Number(answer.headers()["content-length"]), text: await answer.text() };
}

test("the HTML and CSS of each public page arrive within 10,000 bytes @scripts", async ({
  request,
}) => {
  const weights: Record<string, number> = {};
  for (const { path } of await listPublicPages(request)) {
    const { bytes, text } = await weigh(request, path);
    // The styles stand inside: nothing else is needed to show the page.
    expect(text, path).toMatch(/<style>[^<]{5000}/);
    expect(text, path).not.toContain('rel="stylesheet"');
    weights[path] = bytes;
  }
  const all = Object.values(weights);
  recordResult("pageBytes", { value: Math.max(...all), sample: all.length });
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
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  recordResult("homeBytes", { value: total, sample: 1 });
  expect(total).toBeLessThanOrEqual(homeBudget);
});
