import { createHash } from "node:crypto";
import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { frontDoor } from "@/lib/front/front-door";
import { log } from "@/lib/log";

// The front door on a real server, before a stand-in for Next.

const css = "h1{font-weight:800}";
const proof = "prove()";
const noScripts: ReadonlyMap<string, string> = new Map();

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
  vi.restoreAllMocks();
});

/** Answers as Next does: a page with scripts for every address. It notes what reached it. */
function aSite() {
  const site = {
    asked: [] as { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[],
    isReachable: true,
    answer: (request: IncomingMessage, response: ServerResponse) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("set-cookie", "visitor=1");
      response.end(`<h1>${request.url} at ${request.headers.host}</h1><script>self.__next_f.push([1])</script>`);
    },
  };
  const next: RequestListener = (request, response) => {
    void text(request).then(
      (body) => {
        site.asked.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
        site.answer(request, response);
      },
      () => undefined,
    );
  };
  return { site, next };
}

function open({ siteUrl = "https://coalition.example", scripts = noScripts } = {}) {
  const { site, next } = aSite();
  const state = () => ({ version: "1", isReachable: site.isReachable });
  const files: Parameters<typeof frontDoor>[1]["files"] = (_, __, otherwise) => otherwise();
  const isReachable = () => Promise.resolve(site.isReachable);
  const door = frontDoor(next, { siteUrl, pageMemoryBytes: 1_000_000, state, isReachable, files, styleSheets: new Map([["/site.css", css]]), scripts });
  const server = createServer(door).listen(0);
  servers.push(server);
  const { port } = server.address() as AddressInfo;

  type Question = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer };
  const get = (path: string, { method = "GET", headers, body }: Question = {}) =>
    new Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }>((resolve, reject) => {
      const question = ask({ port, path, method, headers, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
      });
      question.on("error", reject).end(body);
    });
  return { site, get, port };
}

describe("a public page", () => {
  test("leaves without scripts and cookies, for the site's own host, and may run nothing", async () => {
    const { get } = open();
    const { headers, body } = await get("/en", { headers: { host: "elsewhere.example", cookie: "visitor=2" } });
    expect(body.toString()).toBe("<h1>/en at coalition.example</h1>");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; /);
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/);
    expect(headers["cache-control"]).toBe("public, max-age=0, s-maxage=2, stale-if-error=86400");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("has its style sheet inside, and the policy takes that one and no other", async () => {
    const { get, site } = open();
    site.answer = (_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end('<link rel="stylesheet" href="/site.css" data-precedence="next"/><h1>Ghent</h1>');
    };
    for (const path of ["/en", "/en/applications/secret"]) {
      const { headers, body } = await get(path);
      expect(body.toString()).toBe(`<style>${css}</style><h1>Ghent</h1>`);
      const hash = createHash("sha256").update(css).digest("base64");
      expect(String(headers["content-security-policy"]).split("; ")).toContain(`style-src 'self' 'sha256-${hash}'`);
    }
  });

  test("comes from memory for GET and HEAD, whatever is asked of it that it does not know", async () => {
    const { get, site } = open();
    await get("/en/press");
    const head = await get("/en/press?utm_source=somewhere", { method: "HEAD" });
    expect(head.headers["cache-status"]).toBe("front-door; hit");
    expect(head.headers["content-length"]).toBe(String("<h1>/en/press at coalition.example</h1>".length));
    expect(head.body.length).toBe(0);
    expect(site.asked).toHaveLength(1);
  });

  test.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["identity", undefined],
  ])("in %s has a tag of its own, and is not sent again to who has it", async (accepted, encoding) => {
    const { get } = open();
    const first = await get("/en", { headers: { "accept-encoding": accepted } });
    expect(first.headers["content-encoding"]).toBe(encoding);
    expect(first.headers.vary).toBe("Accept-Encoding");

    const tag = String(first.headers.etag);
    for (const known of [tag, `"other", W/${tag}`, "*"]) {
      const again = await get("/en", { headers: { "accept-encoding": accepted, "if-none-match": known } });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(again.headers).toMatchObject({ etag: tag, vary: "Accept-Encoding", "cache-control": first.headers["cache-control"] });
    }
    const other = await get("/en", { headers: { "accept-encoding": accepted === "br" ? "gzip" : "br", "if-none-match": tag } });
    expect(other.status).toBe(200);
  });

  test("is not remembered when something is posted to it, and the answer has no scripts either", async () => {
    const { get, site } = open();
    const post = { method: "POST", body: "name=Ghent", headers: { "content-type": "application/x-www-form-urlencoded", cookie: "session=1", "next-action": "0123" } };
    const { headers, body } = await get("/en/contact", post);
    expect(body.toString()).not.toContain("script");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("private, no-store");
    await get("/en/contact", post);
    expect(site.asked).toMatchObject([{ method: "POST", body: "name=Ghent" }, { method: "POST", body: "name=Ghent" }]);
    expect(site.asked[0]?.headers).not.toHaveProperty("cookie");
    expect(site.asked[0]?.headers).not.toHaveProperty("next-action");
  });

  test("that is not there is told in no cache, and a redirect is not remembered", async () => {
    const { get, site } = open();
    site.answer = (request, response) => {
      if (request.url !== "/en/") return void response.writeHead(404, { "content-type": "text/plain" }).end("none");
      response.writeHead(308, { location: "/en", refresh: "0" }).end();
    };
    expect((await get("/en/nonsense")).headers["cache-control"]).toBe("no-store");
    const { status, headers } = await get("/en/");
    expect({ status, location: headers.location, cached: headers["cache-control"] }).toEqual({ status: 308, location: "/en", cached: "private, no-store" });
    await get("/en/");
    expect(site.asked.filter(({ url }) => url === "/en/")).toHaveLength(2);
  });

  test("that breaks off while it is made is answered with one sentence, and the site goes on", async () => {
    const { get, site } = open();
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
    const { get, site } = open();
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
  const { get, site } = open();
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  site.answer = (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(png);
  for (const from of ["front-door; fwd=miss", "front-door; hit"]) {
    const { headers, body } = await get("/en/card/cities/ghent", { headers: { "accept-encoding": "br, gzip" } });
    expect(body).toEqual(png);
    expect(headers).toMatchObject({ "content-type": "image/png", "cache-status": from, "cross-origin-resource-policy": "cross-origin", "x-content-type-options": "nosniff" });
    expect(headers["content-encoding"]).toBeUndefined();
  }
});

describe("a page for one reader", () => {
  test("has no scripts, is made for each request, compressed, and kept by nobody", async () => {
    const { get, site } = open();
    const first = await get("/en/applications/secret", { headers: { "accept-encoding": "br" } });
    expect(brotliDecompressSync(first.body).toString()).not.toContain("script");
    expect(first.headers).toMatchObject({ "cache-control": "private, no-store", "content-encoding": "br", vary: "Accept-Encoding" });
    await get("/en/%61pplications/secret");
    expect(site.asked.map(({ url }) => url)).toEqual(["/en/applications/secret", "/en/applications/secret"]);
  });
});

describe("the form of an ask", () => {
  const asFormsDo = (_: IncomingMessage, response: ServerResponse) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end('<form></form><script src="/proof.js" defer=""></script><script>self.__next_f=[]</script>');

  test("has no scripts, and may run nothing", async () => {
    const { get, site } = open();
    site.answer = asFormsDo;
    const { headers, body } = await get("/en/endorse/ask?city=2797656");
    expect(body.toString()).toBe("<form></form>");
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/);
  });

  test("has the one script of our own while it wants a proof of work, and may run that one alone", async () => {
    const { get, site } = open({ scripts: new Map([["/proof.js", proof]]) });
    site.answer = asFormsDo;
    for (const method of ["GET", "POST"]) {
      const { headers, body } = await get("/en/endorse/ask?city=2797656", { method });
      expect(body.toString()).toBe(`<form></form><script>${proof}</script>`);
      const hash = createHash("sha256").update(proof).digest("base64");
      expect(String(headers["content-security-policy"]).split("; ").filter((part) => part.startsWith("script-src"))).toEqual([`script-src 'sha256-${hash}'`]);
      expect(headers["cache-control"]).toBe("private, no-store");
    }
    for (const path of ["/en/endorse", "/en", "/en/endorsements/secret"]) {
      const { headers, body } = await get(path);
      expect(body.toString(), path).toBe("<form></form>");
      expect(headers["content-security-policy"], path).not.toMatch(/script-src|unsafe/);
    }
  });
});

describe("the join form and the staff panel", () => {
  test.each(["/en/join", "/admin", "/%61dmin", "/en/../admin"])("%s has a nonce of its own in each answer, whatever a request asks for", async (path) => {
    const { get, site } = open();
    const one = await get(path, { headers: { "content-security-policy": "script-src 'nonce-mine'", "x-middleware-subrequest": "1", cookie: "session=1" } });
    const other = await get(path);
    expect(one.headers["content-security-policy"]).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
    expect(one.headers["content-security-policy"]).not.toBe(other.headers["content-security-policy"]);
    expect(site.asked[0]?.headers).toMatchObject({ "content-security-policy": one.headers["content-security-policy"], cookie: "session=1" });
    expect(site.asked[0]?.headers).not.toHaveProperty("x-middleware-subrequest");
    expect(one.body.toString()).toContain("script");
    expect(one.headers["cache-status"]).toBeUndefined();
  });
});

describe("what passes through", () => {
  test("is sent in pieces as they come, and stops when the visitor leaves", async () => {
    const { site, port } = open();
    const left = new Promise<void>((resolve) => {
      site.answer = (_, response) => {
        response.writeHead(200, { "content-type": "text/csv" });
        response.write("name,signed on\n");
        response.once("close", resolve);
      };
    });
    const question = ask({ port, path: "/data/signatories.csv" }, (answer) => {
      answer.once("data", () => question.destroy());
    });
    question.on("error", () => undefined).end();
    await left;
  });

  test("is not hurried: a slow reader makes the writer wait", async () => {
    const { site, port } = open();
    const wrote = new Promise<boolean>((resolve) => {
      site.answer = (_, response) => {
        response.writeHead(200, { "content-type": "text/csv" });
        resolve(response.write(Buffer.alloc(10_000_000)));
      };
    });
    const question = ask({ port, path: "/data/signatories.csv" }, (answer) => answer.pause());
    question.on("error", () => undefined).end();
    expect(await wrote).toBe(false);
    question.destroy();
  });
});

describe("limits", () => {
  const tooMuch = Buffer.alloc(1_000_001, "a");

  test.each([
    ["/en/contact", "<h1>/en/sent-too-much at coalition.example</h1>"],
    ["/en/join", "<h1>/en/sent-too-much at coalition.example</h1>"],
    ["/admin", "<h1>/en/sent-too-much at coalition.example</h1>"],
    ["/data/places", '{"type":"about:blank","title":"Payload Too Large","status":413}'],
  ])("%s takes no body of more than a megabyte, and says so", async (path, help) => {
    const { get, site } = open();
    const posted = () => site.asked.filter(({ method }) => method === "POST");
    for (const headers of [{ "content-length": tooMuch.length }, { "transfer-encoding": "chunked" }]) {
      const { status, body } = await get(path, { method: "POST", headers, body: tooMuch });
      expect({ status, body: body.toString() }).toEqual({ status: 413, body: help });
    }
    expect(posted()).toHaveLength(0);
    expect((await get(path, { method: "POST", headers: { "transfer-encoding": "chunked" }, body: tooMuch.subarray(1) })).status).toBe(200);
    expect(posted()[0]?.body).toHaveLength(1_000_000);
  });

  test("who announces a body and never sends it is answered all the same", async () => {
    const { get } = open();
    expect((await get("/en/join", { method: "POST", headers: { "content-length": 5_000_000_000 } })).status).toBe(413);
  });

  test.each(["//elsewhere.example/en", "/en/%ff"])("%s is a bad request", async (path) => {
    const { get, site } = open();
    const { status, body } = await get(path);
    expect({ status, body: body.toString() }).toEqual({ status: 400, body: "<h1>/en/no-such-page at coalition.example</h1>" });
    expect(site.asked.map(({ url }) => url)).toEqual(["/en/no-such-page"]);
  });
});

describe("a form of another site", () => {
  test.each(["/en/applications/secret", "/en/join", "/admin/sign-in", "/data/places"])("does not reach %s", async (path) => {
    const { get, site } = open();
    for (const origin of ["https://elsewhere.example", "null"]) {
      expect((await get(path, { method: "POST", headers: { origin }, body: "name=Ghent" })).status).toBe(403);
    }
    expect(site.asked.filter(({ method }) => method === "POST")).toEqual([]);
  });

  test.each([{ origin: "https://coalition.example" }, { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, {}])("is not what sends %j", async (headers) => {
    const { get, site } = open();
    expect((await get("/en/join", { method: "POST", headers, body: "name=Ghent" })).status).toBe(200);
    expect(site.asked).toMatchObject([{ method: "POST", body: "name=Ghent" }]);
  });

  test("may still link to a page", async () => {
    expect((await open().get("/en", { headers: { origin: "https://elsewhere.example" } })).status).toBe(200);
  });
});

test("only a site behind TLS tells browsers to stay there", async () => {
  expect((await open().get("/en")).headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
  expect((await open({ siteUrl: "http://localhost:3000" }).get("/en")).headers["strict-transport-security"]).toBeUndefined();
});

test("data that fails says what is wrong to programs, and for want of the database when to come again", async () => {
  const { get, site } = open();
  site.answer = (_, response) => response.writeHead(500).end();
  const failed = await get("/data/places?q=gent");
  expect(failed.headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(failed.body.toString())).toEqual({ type: "about:blank", title: "Internal Server Error", status: 500 });

  site.isReachable = false;
  const away = await get("/data/places?q=gent");
  expect({ status: away.status, retryAfter: away.headers["retry-after"] }).toEqual({ status: 503, retryAfter: "10" });
  expect(JSON.parse(away.body.toString())).toEqual({ type: "about:blank", title: "Service Unavailable", status: 503 });
});

test("a file of the site that fails for want of the database says when to come again", async () => {
  const { get, site } = open();
  site.isReachable = false;
  const { answer } = site;
  site.answer = (request, response) => (request.url === "/sitemap.xml" ? response.writeHead(500).end("Internal Server Error") : answer(request, response));
  const { status, headers } = await get("/sitemap.xml");
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("10");
});
