import { describe, expect, test } from "vitest";
import { openFrontDoor } from "@/tests/support/processes/front-door";

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

describe("what programs and other sites read is refused in a way that they can read", () => {
  const shared = [
    ...["/data/v1/nothing.json", "/data/catalog.rdf", "/data/cities/nowhere/mark.svg"],
    ...["/data/oembed?url=x", "/data/sbom.cdx.json", "/data/en/press-kit.zip"],
    ...["/en/feeds/nothing.atom", "/en/calendar.ics", "/en/events/nothing.ics"],
    ...["/en/card/cities/nowhere", "/en/embed/cities/nowhere/badge.svg"],
  ];
  const readable = {
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "content-type": "application/problem+json",
  };

  const openWith = (status: number) => {
    const door = openFrontDoor();
    door.site.answer = (_, response) => response.writeHead(status).end();
    return door;
  };

  test.each(shared)("%s, which is not there", async (path) => {
    const { status, headers, body } = await openWith(404).get(path);
    expect({ status, headers }).toMatchObject({ status: 404, headers: readable });
    expect(JSON.parse(body.toString())).toEqual({
      ...{ type: "about:blank", title: "Not Found", status: 404 },
    });
  });

  test.each(shared)("%s, where this site fails", async (path) => {
    const { status, headers, body } = await openWith(500).get(path);
    expect({ status, headers }).toMatchObject({ status: 500, headers: readable });
    expect(JSON.parse(body.toString())).toMatchObject({ status: 500 });
  });

  test.each(shared)("%s, asked to be changed", async (path) => {
    const { get, site } = openWith(200);
    const headers = { origin: "https://elsewhere.example" };
    const answer = await get(path, { method: "POST", headers, body: "name=Ghent" });
    expect(answer).toMatchObject({ status: 405, headers: readable });
    expect(answer.headers.allow).toBe("GET, HEAD, OPTIONS");
    expect((await get(path, { method: "OPTIONS", headers })).status).toBe(204);
    expect(site.asked).toEqual([]);
  });

  test("with the reason that the route gives", async () => {
    const door = openFrontDoor();
    const reason = '{"status":400,"detail":"The parameter url is missing."}';
    door.site.answer = (_, response) =>
      response.writeHead(400, { "content-type": "application/problem+json" }).end(reason);
    const { status, headers, body } = await door.get("/data/oembed");
    expect({ status, headers }).toMatchObject({ status: 400, headers: readable });
    expect(body.toString()).toBe(reason);
  });

  test("in a frame, with a sentence that the frame may show", async () => {
    for (const [status, sentence] of [
      [404, /^There is no such city /],
      [500, /^We could not show this page/],
    ] as const) {
      const answer = await openWith(status).get("/en/embed/cities/nowhere/badge");
      expect(answer.status).toBe(status);
      expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(answer.headers["content-security-policy"]).toContain("frame-ancestors *");
      expect(answer.body.toString()).toMatch(sentence);
    }
  });

  test("but the search for places is read by this site alone", async () => {
    const { headers } = await openWith(404).get("/data/places?q=ghent");
    expect(headers).toMatchObject({ "content-type": "application/problem+json" });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  });
});

test("files that Next makes anew each time are for other sites too", async () => {
  const { headers } = await openWithData().get("/data/sbom.cdx.json");
  expect(headers["access-control-allow-origin"]).toBe("*");
});
