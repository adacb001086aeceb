import { request as ask } from "node:http";
import { describe, expect, test } from "vitest";
import { openFrontDoor } from "@/tests/support/processes/front-door";

// What is no page goes through the front door as it comes; when it fails, programs are told.

describe("what passes through", () => {
  test("is sent in pieces as they come, and stops when the visitor leaves", async () => {
    const { site, port } = openFrontDoor();
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
    const { site, port } = openFrontDoor();
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

test("a file that a stranger has sent to staff is shown by no browser as a page of the site", async () => {
  const { get, site } = openFrontDoor();
  site.answer = (_, response) =>
    response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7");
  const { headers, body } = await get("/admin/applications/0191/files/0192");
  expect(headers).toMatchObject({
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  expect(body.toString()).toBe("%PDF-1.7");
});

test("data that fails says what is wrong to programs, and for want of the database when to come again", async () => {
  const { get, site } = openFrontDoor();
  site.answer = (_, response) => response.writeHead(500).end();
  const failed = await get("/data/places?q=gent");
  expect(failed.headers["content-type"]).toBe("application/problem+json");
  expect(JSON.parse(failed.body.toString())).toEqual({
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
  });

  site.isReachable = false;
  const away = await get("/data/places?q=gent");
  expect({ status: away.status, retryAfter: away.headers["retry-after"] }).toEqual({
    status: 503,
    retryAfter: "10",
  });
  expect(JSON.parse(away.body.toString())).toEqual({
    type: "about:blank",
    title: "Service Unavailable",
    status: 503,
  });
});

test("a file of the site that fails for want of the database says when to come again", async () => {
  const { get, site } = openFrontDoor();
  site.isReachable = false;
  const { answer } = site;
  site.answer = (request, response) =>
    request.url === "/sitemap.xml"
      ? response.writeHead(500).end("Internal Server Error")
      : answer(request, response);
  const { status, headers } = await get("/sitemap.xml");
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("10");
});
