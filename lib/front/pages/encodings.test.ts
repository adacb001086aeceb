import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  bodyIn,
  chooseEncoding,
  unpooledCopy,
  decode,
  encode,
  encodeWithDictionary,
} from "@/lib/front/pages/encodings";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, identity", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["", "identity"],
  [undefined, "identity"],
  ["abridged", "identity"],
])("a browser that takes %j gets %s", (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

test("every form holds the same page", async () => {
  const page = Buffer.from("<h1>Zürich, 東京, القاهرة</h1>".repeat(50));
  const { br, gzip } = await encode(page, "oftenSent");
  expect(await decode({ br, gzip })).toEqual(page);
  expect(brotliDecompressSync(br)).toEqual(page);
  expect(gunzipSync(gzip ?? "")).toEqual(page);
  expect(br.length).toBeLessThan(page.length / 5);
});

test("what is kept of a page holds no more memory than its bytes", async () => {
  const page = Buffer.from("a page of nine principles ".repeat(40));
  const { br, gzip } = await encode(page, "oftenSent");
  const dictionary = { content: page, sha256: Buffer.alloc(32) };
  const byDictionary = await encodeWithDictionary(page, dictionary, "sentOnce");
  for (const kept of [br, gzip!, byDictionary, unpooledCopy(page)])
    expect(kept.buffer.byteLength).toBe(kept.length);
  // Node's own copies do.
  expect(Buffer.from(page).buffer.byteLength).toBeGreaterThan(page.length);
});

test("what is sent once is kept as brotli, and as gzip when somebody has asked for it", async () => {
  const page = Buffer.from("<h1>Ghent</h1>".repeat(50));
  const bodies = await encode(page, "sentOnce");
  expect(Object.keys(bodies)).toEqual(["br"]);
  expect(await bodyIn("identity", bodies)).toEqual(page);
  const gzipped = await bodyIn("gzip", bodies);
  expect(gunzipSync(gzipped)).toEqual(page);
  expect(bodyIn("gzip", bodies)).toBe(gzipped);
});
