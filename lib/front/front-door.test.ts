import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { actionId, css, openFrontDoor } from "@/tests/support/processes/front-door";

describe("a public page", () => {
  test("leaves without scripts and cookies, for the site's own host, and may run nothing", async () => {
    const { get } = openFrontDoor();
    const { headers, body } = await get("/en", {
      headers: { host: "elsewhere.example", cookie: "visitor=2" },
    });
    expect(body.toString()).toBe("<h1>/en at coalition.example</h1>");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; /);
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/);
    expect(headers["cache-control"]).toBe("public, max-age=0, s-maxage=2, stale-if-error=86400");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("has its style sheet inside, and the policy takes that one and no other", async () => {
    const { get, site } = openFrontDoor();
    site.answer = (_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        '<link rel="stylesheet" href="/site.css" data-precedence="next"/><h1>Ghent</h1>',
      );
    };
    for (const path of ["/en", "/en/applications/secret"]) {
      const { headers, body } = await get(path);
      expect(body.toString()).toBe(`<style>${css}</style><h1>Ghent</h1>`);
      const hash = createHash("sha256").update(css).digest("base64");
      expect(String(headers["content-security-policy"]).split("; ")).toContain(
        `style-src 'self' 'sha256-${hash}'`,
      );
    }
  });

  test("comes from memory for GET and HEAD, whatever is asked of it that it does not know", async () => {
    const { get, site } = openFrontDoor();
    await get("/en/press");
    const head = await get("/en/press?utm_source=somewhere", { method: "HEAD" });
    expect(head.headers["cache-status"]).toBe("front-door; hit");
    expect(head.headers["content-length"]).toBe(
      String("<h1>/en/press at coalition.example</h1>".length),
    );
    expect(head.body.length).toBe(0);
    expect(site.asked).toHaveLength(1);
  });

  test.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["identity", undefined],
  ])(
    "in %s has a tag of its own, and is not sent again to who has it",
    async (accepted, encoding) => {
      const { get } = openFrontDoor();
      const first = await get("/en", { headers: { "accept-encoding": accepted } });
      expect(first.headers["content-encoding"]).toBe(encoding);
      expect(first.headers.vary).toBe("Accept-Encoding");

      const tag = String(first.headers.etag);
      for (const known of [tag, `"other", W/${tag}`, "*"]) {
        const again = await get("/en", {
          headers: { "accept-encoding": accepted, "if-none-match": known },
        });
        expect(again.status).toBe(304);
        expect(again.body.length).toBe(0);
        expect(again.headers).toMatchObject({
          etag: tag,
          vary: "Accept-Encoding",
          "cache-control": first.headers["cache-control"],
        });
      }
      const other = await get("/en", {
        headers: { "accept-encoding": accepted === "br" ? "gzip" : "br", "if-none-match": tag },
      });
      expect(other.status).toBe(200);
    },
  );

  test("is not remembered when something is posted to it, and the answer has no scripts either", async () => {
    const { get, site } = openFrontDoor();
    const post = {
      method: "POST",
      body: "name=Ghent",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        cookie: "session=1",
        "next-action": actionId,
      },
    };
    const { headers, body } = await get("/en/contact", post);
    expect(body.toString()).not.toContain("script");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("private, no-cache");
    await get("/en/contact", post);
    expect(site.asked).toMatchObject([
      { method: "POST", body: "name=Ghent" },
      { method: "POST", body: "name=Ghent" },
    ]);
    expect(site.asked[0]?.headers).not.toHaveProperty("cookie");
    expect(site.asked[0]?.headers).not.toHaveProperty("next-action");
  });

  test("that is not there is told in no cache, and a redirect is not remembered", async () => {
    const { get, site } = openFrontDoor();
    site.answer = (request, response) => {
      if (request.url !== "/en/")
        return void response.writeHead(404, { "content-type": "text/plain" }).end("none");
      response.writeHead(308, { location: "/en", refresh: "0" }).end();
    };
    expect((await get("/en/nonsense")).headers["cache-control"]).toBe("no-store");
    const { status, headers } = await get("/en/");
    expect({ status, location: headers.location, cached: headers["cache-control"] }).toEqual({
      status: 308,
      location: "/en",
      cached: "private, no-store",
    });
    await get("/en/");
    expect(site.asked.filter(({ url }) => url === "/en/")).toHaveLength(2);
  });

  test("that breaks off while it is made is answered with one sentence, and the site goes on", async () => {
    const { get, site } = openFrontDoor();
    vi.spyOn(log, "error").mockImplementation(() => undefined);
    const { answer } = site;
    site.answer = (_, response) => response.destroy(new Error("broken off"));
    const { status, body } = await get("/en");
    expect(status).toBe(500);
    expect(body.toString()).toContain("It is not your fault");
    site.answer = answer;
    expect((await get("/en")).status).toBe(200);
  });

  test("whose render waits for the database in vain is given up, and remembered ones are marked as stale", async () => {
    const { get, site } = openFrontDoor();
    vi.spyOn(log, "error").mockImplementation(() => undefined);
    await get("/en");
    site.isReachable = false;
    const { answer } = site;
    site.answer = (request, response) => {
      if (request.url !== "/en/press") answer(request, response);
    };
    expect((await get("/en")).headers["cache-status"]).toBe("front-door; hit; detail=stale");
    const { status, headers } = await get("/en/press");
    expect(status).toBe(503);
    expect(headers["retry-after"]).toBe("10");
  });
});

test("a picture is remembered as it is, and may be shown by other sites", async () => {
  const { get, site } = openFrontDoor();
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  site.answer = (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(png);
  for (const from of ["front-door; fwd=miss", "front-door; hit"]) {
    const { headers, body } = await get("/en/card/cities/ghent", {
      headers: { "accept-encoding": "br, gzip" },
    });
    expect(body).toEqual(png);
    expect(headers).toMatchObject({
      "content-type": "image/png",
      "cache-status": from,
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-encoding"]).toBeUndefined();
  }
});

test("what is public and no page may be read by other sites, and is not sent again to who has it", async () => {
  const { get, site } = openFrontDoor();
  site.answer = (_, response) =>
    response.writeHead(200, { "content-type": "application/atom+xml" }).end("<feed/>");
  const first = await get("/en/feeds/news.atom");
  expect(first.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  const again = await get("/en/feeds/news.atom", {
    headers: { "if-none-match": first.headers.etag },
  });
  expect(again.status).toBe(304);
  expect(again.headers["access-control-allow-origin"]).toBe("*");
  expect(site.asked).toHaveLength(1);
});

test("a crowd of readers of a feed at once costs one render", async () => {
  const { get, site } = openFrontDoor();
  site.answer = (_, response) =>
    response.writeHead(200, { "content-type": "application/rss+xml" }).end("<rss/>");
  const answers = await Promise.all(Array.from({ length: 200 }, () => get("/en/feeds/news.rss")));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(site.asked).toHaveLength(1);
}, 30_000);

test("only what is made for it may stand in a frame of another site, and may run nothing there", async () => {
  const { get } = openFrontDoor();
  const policyOf = async (path: string) =>
    String((await get(path)).headers["content-security-policy"]).split("; ");
  const frame = await policyOf("/en/embed/counter");
  expect(frame).toContain("frame-ancestors *");
  expect(frame).toContain("default-src 'none'");
  expect(frame.join()).not.toMatch(/script-src|unsafe|img-src|connect-src/);
  for (const path of ["/en", "/en/embed", "/en/cities/amsterdam", "/en/endorse/ask", "/admin"])
    expect(await policyOf(path)).toContain("frame-ancestors 'none'");
});

test("only a site behind TLS tells browsers to stay there", async () => {
  expect((await openFrontDoor().get("/en")).headers["strict-transport-security"]).toBe(
    "max-age=63072000; includeSubDomains",
  );
  expect(
    (await openFrontDoor({ siteUrl: "http://localhost:3000" }).get("/en")).headers[
      "strict-transport-security"
    ],
  ).toBeUndefined();
});
