import { request as ask } from "node:http";
import { goalOf } from "@/lib/measurements/measurements";
import { expect, test } from "@/tests/e2e/support/fixtures";
import { listPublicPages } from "@/tests/pages/public-pages";
import { recordResult } from "@/tests/support/runners/record-result";

// Bytes as they go over the wire, in brotli: the same on every machine, so they can be demanded.

type Weighed = { encoding: string | undefined; bytes: number };

const weigh = (address: URL) =>
  new Promise<Weighed>((resolve, reject) => {
    ask(address, { headers: { "accept-encoding": "br" } }, (answer) => {
      const { "content-encoding": encoding } = answer.headers;
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.on("end", () => resolve({ encoding, bytes }));
    })
      .on("error", reject)
      .end();
  });

test("the HTML and CSS of each public page arrive within 9,000 bytes @scripts", async ({
  request,
  baseURL,
}) => {
  test.slow();
  const pages = await listPublicPages(request);
  expect(pages.length).toBeGreaterThan(50);
  const weights: Record<string, number> = {};
  for (const { path } of pages) {
    const { encoding, bytes } = await weigh(new URL(path, baseURL));
    expect(encoding, path).toBe("br");
    weights[path] = bytes;
    const text = await (await request.get(path)).text();
    // The styles stand inside: nothing else is needed to show the page.
    expect(text, path).toMatch(/<style>[^<]{5000}/);
    expect(text, path).not.toContain('rel="stylesheet"');
  }
  const all = Object.values(weights);
  recordResult("pageBytes", { value: Math.max(...all), sample: all.length });
  const budget = goalOf("pageBytes");
  expect(Object.entries(weights).filter(([, bytes]) => !(bytes <= budget))).toEqual([]);
});
