import { createHash } from "node:crypto";
import { brotliDecompressSync, type BrotliOptions } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { canUseDictionaries } from "@/lib/front/pages/dictionaries";
import { openFrontDoor } from "@/tests/support/processes/front-door";

const shell = "The shell that all pages have in common. ".repeat(40);

/** A site that has made its dictionary, and a browser that fetched it. */
async function openWithDictionary() {
  const door = openFrontDoor({ dictionaryPages: ["/"] });
  door.site.answer = (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<link rel="stylesheet" href="/site.css"/><h1>${request.url}</h1>${shell}`);
  };
  const link = await vi.waitFor(async () => {
    const link = String((await door.get("/en")).headers.link);
    expect(link).toMatch(/^<.+>; rel="compression-dictionary"$/);
    return link.slice(1, link.indexOf(">"));
  });
  const sent = await door.get(link, { headers: { "accept-encoding": "br" } });
  const dictionary = brotliDecompressSync(sent.body);
  const name = `:${createHash("sha256").update(dictionary).digest("base64")}:`;
  const accepting = { "accept-encoding": "gzip, br, zstd, dcb, dcz", "available-dictionary": name };
  return { ...door, link, sent, dictionary, accepting };
}

describe.skipIf(!canUseDictionaries)("a compression dictionary", () => {
  test("holds the style rules and what pages have in common, and is kept for good", async () => {
    const { sent, dictionary, link, get } = await openWithDictionary();
    expect(dictionary.toString()).toContain("h1{font-weight:800}");
    expect(dictionary.toString()).toContain(shell);
    expect(sent.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "use-as-dictionary": 'match="/en*", match-dest=("document")',
      vary: "Accept-Encoding",
    });
    expect((await get(link, { method: "HEAD" })).body.length).toBe(0);
    expect((await get(`${link}x`)).status).toBe(404);
    expect((await get(link, { method: "POST" })).status).toBe(404);
  });

  test("makes a further page small, which is the same after decoding", async () => {
    const { get, accepting, dictionary } = await openWithDictionary();
    const plain = await get("/en/press");
    const small = await get("/en/press", { headers: accepting });
    expect(small.headers).toMatchObject({
      "content-encoding": "dcb",
      "content-length": String(small.body.length),
      vary: "Accept-Encoding, Available-Dictionary",
    });
    expect(small.body.subarray(0, 4).toString("latin1")).toBe("\xffDCB");
    expect(small.body.subarray(4, 36)).toEqual(createHash("sha256").update(dictionary).digest());
    expect(small.body.length).toBeLessThan(100);
    const options: BrotliOptions & { dictionary: Buffer } = { dictionary };
    expect(brotliDecompressSync(small.body.subarray(36), options)).toEqual(plain.body);
    expect(small.headers["content-security-policy"]).toBe(plain.headers["content-security-policy"]);
  });

  test.each([
    ["another dictionary", { "available-dictionary": ":AAAA:" }],
    ["no brotli by dictionary", { "accept-encoding": "gzip, br, dcz" }],
    ["a refusal of it", { "accept-encoding": "br, dcb;q=0" }],
  ])("is not used for a browser with %s", async (_, headers) => {
    const { get, accepting } = await openWithDictionary();
    const answer = await get("/en/press", { headers: { ...accepting, ...headers } });
    expect(answer.headers).toMatchObject({
      "content-encoding": "br",
      vary: "Accept-Encoding, Available-Dictionary",
    });
  });

  test("is no reason to send again what a browser has, however it came", async () => {
    const { get, accepting } = await openWithDictionary();
    const tags = ["br", "dcb"].map(async (encoding) => {
      const headers = encoding === "dcb" ? accepting : { "accept-encoding": encoding };
      return String((await get("/en/press", { headers })).headers.etag);
    });
    for (const etag of await Promise.all(tags)) {
      const again = await get("/en/press", { headers: { ...accepting, "if-none-match": etag } });
      expect({ status: again.status, etag: again.headers.etag }).toEqual({ status: 304, etag });
    }
  });

  test("is not offered by what other sites frame, nor by what is no page", async () => {
    const { get, site } = await openWithDictionary();
    expect((await get("/en/embed/counter")).headers.link).toBeUndefined();
    site.answer = (_, response) =>
      response.writeHead(200, { "content-type": "application/atom+xml" }).end("<feed/>");
    const feed = await get("/en/feeds/news.atom");
    expect(feed.headers.link).toBeUndefined();
    expect(feed.headers.vary).toBe("Accept-Encoding");
  });
});

test("a site whose first page fails offers none, and makes one when it is there again", async () => {
  const { get, site } = openFrontDoor({ dictionaryPages: ["/", "/cities/ghent"] });
  const { answer } = site;
  site.answer = (request, response) =>
    request.url === "/en/cities/ghent"
      ? response.writeHead(404, { "content-type": "text/html" }).end()
      : answer(request, response);
  await get("/en");
  await vi.waitFor(() => expect(site.asked).toHaveLength(3));
  expect((await get("/en")).headers.link).toBeUndefined();
});
