import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { actionId, openFrontDoor } from "@/tests/support/processes/front-door";

// Pages that are made for one request: the front door keeps none of them.

const proof = "prove()";

describe("a page for one reader", () => {
  test("has no scripts, is made for each request, compressed, and kept by nobody", async () => {
    const { get, site } = openFrontDoor();
    const first = await get("/en/applications/secret", { headers: { "accept-encoding": "br" } });
    expect(brotliDecompressSync(first.body).toString()).not.toContain("script");
    expect(first.headers).toMatchObject({
      "cache-control": "private, no-store",
      "content-encoding": "br",
      vary: "Accept-Encoding",
    });
    await get("/en/%61pplications/secret");
    expect(site.asked.map(({ url }) => url)).toEqual([
      "/en/applications/secret",
      "/en/applications/secret",
    ]);
  });
});

describe("the form of an endorsement", () => {
  const asFormsDo = (_: IncomingMessage, response: ServerResponse) =>
    response
      .setHeader("content-type", "text/html; charset=utf-8")
      .end(
        '<form></form><script src="/proof.js" defer=""></script><script>self.__next_f=[]</script>',
      );

  test("has no scripts, and may run nothing", async () => {
    const { get, site } = openFrontDoor();
    site.answer = asFormsDo;
    const { headers, body } = await get("/en/endorse/ask?city=2797656");
    expect(body.toString()).toBe("<form></form>");
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/);
  });

  test("has the one script of our own while it wants a proof of work, and may run that one alone", async () => {
    const { get, site } = openFrontDoor({ scripts: new Map([["/proof.js", proof]]) });
    site.answer = asFormsDo;
    for (const method of ["GET", "POST"]) {
      const { headers, body } = await get("/en/endorse/ask?city=2797656", { method });
      expect(body.toString()).toBe(`<form></form><script>${proof}</script>`);
      const hash = createHash("sha256").update(proof).digest("base64");
      expect(
        String(headers["content-security-policy"])
          .split("; ")
          .filter((part) => part.startsWith("script-src")),
      ).toEqual([`script-src 'sha256-${hash}'`]);
      expect(headers["cache-control"]).toBe(
        method === "POST" ? "private, no-cache" : "private, no-store",
      );
    }
    for (const path of ["/en/endorse", "/en", "/en/endorsements/secret"]) {
      const { headers, body } = await get(path);
      expect(body.toString(), path).toBe("<form></form>");
      expect(headers["content-security-policy"], path).not.toMatch(/script-src|unsafe/);
    }
  });
});

describe("a page with scripts", () => {
  test.each(["/en/join", "/admin", "/%61dmin", "/en/../admin"])(
    "%s has a nonce of its own in each answer, whatever a request asks for",
    async (path) => {
      const { get, site } = openFrontDoor();
      const one = await get(path, {
        headers: {
          "content-security-policy": "script-src 'nonce-mine'",
          "x-middleware-subrequest": "1",
        },
      });
      const other = await get(path);
      expect(one.headers["content-security-policy"]).toMatch(
        /script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/,
      );
      expect(one.headers["content-security-policy"]).not.toContain("unsafe-eval");
      expect(one.headers["content-security-policy"]).not.toBe(
        other.headers["content-security-policy"],
      );
      expect(site.asked[0]?.headers).toMatchObject({
        "content-security-policy": one.headers["content-security-policy"],
      });
      expect(site.asked[0]?.headers).not.toHaveProperty("x-middleware-subrequest");
      expect(one.body.toString()).toContain("script");
      expect(one.headers["cache-status"]).toBeUndefined();
    },
  );

  test("knows who asks in the staff's panel, and not in the join form", async () => {
    const { get, site } = openFrontDoor();
    for (const path of ["/admin", "/%61dmin", "/en/../admin", "/en/join"])
      await get(path, { headers: { cookie: "session=1" } });
    expect(site.asked.map(({ headers }) => headers.cookie)).toEqual([
      "session=1",
      "session=1",
      "session=1",
      undefined,
    ]);
  });

  test("has its scripts fetched late in the join form, under the nonce of the answer; what its own script posts goes to Next as it is", async () => {
    const { get, site } = openFrontDoor();
    site.answer = (_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end('<body><script src="/main.js" async=""></script></body>');
    };
    const { headers, body } = await get("/en/join");
    const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(body.toString()).toContain('<script data-deferred-src="/main.js">');
    expect(body.toString()).toContain(`<script nonce="${nonce}">`);

    const posted = await get("/en/join", {
      method: "POST",
      headers: { "next-action": actionId },
      body: "x",
    });
    expect(posted.body.toString()).toBe('<body><script src="/main.js" async=""></script></body>');
    expect(site.asked[1]).toMatchObject({
      method: "POST",
      body: "x",
      headers: { "next-action": actionId },
    });
  });
});
