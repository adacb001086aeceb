import { expect, test } from "vitest";
import { openFrontDoor } from "@/tests/support/front-door";

const address = "/data/v1/signatories.json";

function openWithData() {
  const door = openFrontDoor();
  door.site.answer = (_, response) =>
    response
      .writeHead(200, { "content-type": "application/json", "set-cookie": "visitor=1" })
      .end('{"data":[]}');
  return door;
}

test("scripts of other sites may read open data and its ETag; it sets no cookie", async () => {
  const { headers, status } = await openWithData().get(address, {
    headers: { origin: "https://elsewhere.example" },
  });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag",
    "cross-origin-resource-policy": "cross-origin",
    "content-type": "application/json",
    "cache-control": "public, max-age=0, s-maxage=2, stale-if-error=86400",
  });
  expect(headers["set-cookie"]).toBeUndefined();
});

test("a strong ETag that is sent back is answered with nothing but that", async () => {
  const { get } = openWithData();
  const { headers } = await get(address);
  expect(headers.etag).toMatch(/^"[^"]+"$/);
  const again = await get(address, { headers: { "if-none-match": headers.etag } });
  expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 });
  expect((await get(address, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
});

test("HEAD says what GET would, without the file", async () => {
  const { get } = openWithData();
  const whole = await get(address);
  const head = await get(address, { method: "HEAD" });
  expect(head.body).toHaveLength(0);
  expect(head.headers).toMatchObject({
    etag: whole.headers.etag,
    "content-length": String(whole.body.length),
  });
});

test("a browser that asks before another site's script reads is let in", async () => {
  const { get, site } = openWithData();
  const { status, headers } = await get(address, {
    method: "OPTIONS",
    headers: { origin: "https://elsewhere.example", "access-control-request-method": "GET" },
  });
  expect(status).toBe(204);
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "If-None-Match",
  });
  expect(site.asked).toEqual([]);
});

test("nobody changes open data", async () => {
  const { get } = openWithData();
  const { status, headers, body } = await get(address, { method: "DELETE" });
  expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "GET, HEAD, OPTIONS" });
  expect(JSON.parse(body.toString())).toMatchObject({ title: "Method Not Allowed", status: 405 });
});

test("of a thousand requests at once, whatever their questions, the file is made for one", async () => {
  const { get, site } = openWithData();
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, number) => get(`${address}?number=${number}`)),
  );
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(site.asked).toHaveLength(1);
}, 30_000);
