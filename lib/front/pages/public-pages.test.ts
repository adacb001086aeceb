import inject from "light-my-request";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { Dictionaries } from "@/lib/front/pages/dictionaries";
import { encode } from "@/lib/front/pages/encodings";
import type { RememberedPage } from "@/lib/front/pages/page-memory";
import { PublicPages } from "@/lib/front/pages/public-pages";
import { parseTarget } from "@/lib/front/requests/request-target";
import { policiesFor } from "@/lib/front/security-headers";
import { noStyleSheets } from "@/lib/front/markup/style-sheets";

const html = "<h1>Ghent</h1>".repeat(50);

const aPage = async (): Promise<RememberedPage> => ({
  ...{ status: 200, contentType: "text/html; charset=utf-8", tag: "tag", styles: [] },
  bodies: await encode(Buffer.from(html), "oftenSent"),
  ...{ version: "1", effort: "oftenSent" as const, madeAt: 0, freshUntil: Infinity },
});

function openPages() {
  const pages = new PublicPages({
    generalHeaders: {},
    policies: policiesFor([], { isDevelopment: false }),
    dictionaries: new Dictionaries({
      ...{ styleSheets: noStyleSheets, samplePages: [] },
      render: () => Promise.resolve(null),
    }),
  });
  /** `isAtOnce`: nobody had to wait for anything. */
  return async (page: RememberedPage, headers: Record<string, string> = {}, method = "GET") => {
    let sent: void | Promise<void> = undefined;
    const answer = await inject(
      (request, response) => {
        const target = parseTarget(request.url ?? "");
        if (target) sent = pages.send({ request, response, target }, { page, from: "memory" });
      },
      { url: "/en", method: method as "GET", headers },
    );
    return { ...answer, isAtOnce: sent === undefined };
  };
}

test("a page in memory is sent at once in the form in which it is kept", async () => {
  const send = openPages();
  const { rawPayload, isAtOnce } = await send(await aPage(), { "accept-encoding": "br" });
  expect(brotliDecompressSync(rawPayload).toString()).toBe(html);
  expect(isAtOnce).toBe(true);
});

test("who takes no compression waits for the page once; the next one gets it at once", async () => {
  const send = openPages();
  const page = await aPage();
  const answers = [await send(page), await send(page), await send(page, {}, "HEAD")];
  expect(answers.map(({ payload, isAtOnce }) => ({ payload, isAtOnce }))).toEqual([
    { payload: html, isAtOnce: false },
    { payload: html, isAtOnce: true },
    { payload: "", isAtOnce: true },
  ]);
  expect(answers[2]?.headers["content-length"]).toBe(String(html.length));
});

test("another version of the page is another page", async () => {
  const send = openPages();
  await send(await aPage());
  const changed = { ...(await aPage()), tag: "changed" };
  changed.bodies = await encode(Buffer.from("<h1>Gent</h1>"), "oftenSent");
  const { payload, headers } = await send(changed);
  expect(payload).toBe("<h1>Gent</h1>");
  expect(headers.etag).toBe('"changed-identity"');
});
