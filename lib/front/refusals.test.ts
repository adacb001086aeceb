import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { applicantTokens, openFrontDoor, staffToken } from "@/tests/support/processes/front-door";

describe("limits", () => {
  const tooMuch = Buffer.alloc(131_073, "a");

  test.each([
    ["/en/contact", "<h1>/en/sent-too-much at coalition.example</h1>"],
    ["/en/join", "<h1>/en/sent-too-much at coalition.example</h1>"],
    ["/admin", "<h1>/en/sent-too-much at coalition.example</h1>"],
    ["/data/places", '{"type":"about:blank","title":"Payload Too Large","status":413}'],
  ])("%s takes no body of more than 128 kB, and says so", async (path, help) => {
    const { get, site } = openFrontDoor();
    const posted = () => site.asked.filter(({ method }) => method === "POST");
    for (const headers of [
      { "content-length": tooMuch.length },
      { "transfer-encoding": "chunked" },
    ]) {
      const { status, body } = await get(path, { method: "POST", headers, body: tooMuch });
      expect({ status, body: body.toString() }).toEqual({ status: 413, body: help });
    }
    expect(posted()).toHaveLength(0);
    expect(
      (
        await get(path, {
          method: "POST",
          headers: { "transfer-encoding": "chunked" },
          body: tooMuch.subarray(1),
        })
      ).status,
    ).toBe(200);
    expect(posted()[0]?.body).toHaveLength(131_072);
  });

  test("who announces a body and never sends it is answered all the same", async () => {
    const { get } = openFrontDoor();
    expect(
      (await get("/en/join", { method: "POST", headers: { "content-length": 5_000_000_000 } }))
        .status,
    ).toBe(413);
  });

  test("who is signed in sends a picture of 6 MB where pictures are taken, and nobody else does", async () => {
    const { get, site } = openFrontDoor();
    const send = async (path: string, cookie: string, body: Buffer) =>
      (await get(path, { method: "POST", headers: { cookie }, body })).status;
    const picture = Buffer.alloc(6_000_000);
    const signedIn = `staff-session=${staffToken}`;
    expect(await send("/admin/publishing/0191", signedIn, picture)).toBe(200);
    expect(site.asked.at(-1)?.body).toHaveLength(6_000_000);
    expect(await send("/admin/publishing/0191", signedIn, Buffer.alloc(7_000_001))).toBe(413);
    expect(await send("/admin/publishing/0191", "staff-session=another", tooMuch)).toBe(413);
    expect(await send("/admin/publishing/0191", "", tooMuch)).toBe(413);
    expect(await send("/admin/publishing", signedIn, tooMuch)).toBe(413);
    expect(await send("/admin/applications/0191", signedIn, tooMuch)).toBe(413);
  });

  test("who has the link of a confirmed application sends a file of 10 MB there, and nobody else does", async () => {
    const { get, site } = openFrontDoor();
    const [token] = applicantTokens;
    const send = async (path: string, length: number) =>
      (await get(path, { method: "POST", body: Buffer.alloc(length) })).status;
    expect(await send(`/en/applications/${token}/mandate-files`, 10_500_000)).toBe(200);
    expect(site.asked.at(-1)?.body).toHaveLength(10_500_000);
    expect(await send("/en/applications/another/mandate-files", 131_072)).toBe(200);
    expect(await send("/en/applications/another/mandate-files", 131_073)).toBe(303);
    expect(await send(`/xx/applications/${token}/mandate-files`, 131_073)).toBe(413);
    expect(await send(`/en/applications/${token}/correct`, 131_073)).toBe(413);
    expect(await send(`/en/applications/${token}`, 131_073)).toBe(413);
  });

  test("the page of the file says that a file is too large, and nobody is asked about its link", async () => {
    const { get, mayAddFiles } = openFrontDoor();
    const path = `/en/applications/${applicantTokens[0]}/mandate-files`;
    const headers = { "content-length": 11_000_001 };
    const { status, headers: answered } = await get(path, { method: "POST", headers });
    expect([status, answered.location]).toEqual([303, `${path}?problem=tooLarge`]);
    expect(mayAddFiles).not.toHaveBeenCalled();
  });

  test.each(["//elsewhere.example/en", "/en/%ff"])("%s is a bad request", async (path) => {
    const { get, site } = openFrontDoor();
    const { status, body } = await get(path);
    expect({ status, body: body.toString() }).toEqual({
      status: 400,
      body: "<h1>/en/no-such-page at coalition.example</h1>",
    });
    expect(site.asked.map(({ url }) => url)).toEqual(["/en/no-such-page"]);
  });
});

test("an action that Next cannot know is a bad request, so that no text of a stranger reaches its log", async () => {
  const { get, site } = openFrontDoor();
  const headers = { "next-action": "ada@example.org" };
  expect((await get("/en/join", { method: "POST", headers, body: "x" })).status).toBe(400);
  expect(site.asked.filter(({ method }) => method === "POST")).toEqual([]);
});

test("a body that does not arrive in time is refused, and so is the oldest of too many", async () => {
  const bodyLimits = { maxBytes: 1_000, timeoutMs: 1_000, maxAtOnce: 2 };
  const { post } = openFrontDoor({ bodyLimits });
  const [first, second, third] = [post("/en/join"), post("/en/join"), post("/en/join")];
  const refused = await first.answer;
  expect({ status: refused.status, retryAfter: refused.headers["retry-after"] }).toEqual({
    status: 503,
    retryAfter: "5",
  });
  third.finish();
  expect((await third.answer).status).toBe(200);
  expect((await second.answer).status).toBe(408);
});

test("who sends too much is answered once all of it is there, and then disconnected", async () => {
  const { port } = openFrontDoor();
  const body = Buffer.alloc(1_000_000, "a");
  const socket = connect(port);
  socket.write(`POST /en/join HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`);
  socket.write(body);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer.toLowerCase()).toContain("\r\nconnection: close\r\n");
  expect(answer).toContain("sent-too-much");
});

test("who is refused at once is disconnected, whatever is still to come", async () => {
  const { port } = openFrontDoor();
  const socket = connect(port);
  socket.write("POST /en/%ff HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nname=");
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer.toLowerCase()).toContain("\r\nconnection: close\r\n");
});

test.each(["TRACE", "PUT", "DELETE", "PROPFIND", "OPTIONS"])(
  "%s is no way to ask for a page, and nothing is made for it",
  async (method) => {
    const { get, site } = openFrontDoor();
    for (const path of ["/en", "/en/join", "/admin", "/healthz"]) {
      const { status, headers, body } = await get(path, { method, headers: { "x-note": "Ghent" } });
      expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: "GET, HEAD, POST" });
      expect(body.toString()).not.toContain("Ghent");
    }
    expect(site.asked.map(({ url }) => url)).toEqual(["/en/no-such-page"]);
  },
);

describe("a form of another site", () => {
  test.each(["/en/applications/secret", "/en/join", "/admin/sign-in", "/data/places"])(
    "does not reach %s",
    async (path) => {
      const { get, site } = openFrontDoor();
      for (const origin of ["https://elsewhere.example", "null"]) {
        expect(
          (await get(path, { method: "POST", headers: { origin }, body: "name=Ghent" })).status,
        ).toBe(403);
      }
      expect(site.asked.filter(({ method }) => method === "POST")).toEqual([]);
    },
  );

  test.each([
    { origin: "https://coalition.example" },
    { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
    {},
  ])("is not what sends %j", async (headers) => {
    const { get, site } = openFrontDoor();
    expect((await get("/en/join", { method: "POST", headers, body: "name=Ghent" })).status).toBe(
      200,
    );
    expect(site.asked).toMatchObject([{ method: "POST", body: "name=Ghent" }]);
  });

  test("may still link to a page", async () => {
    expect(
      (await openFrontDoor().get("/en", { headers: { origin: "https://elsewhere.example" } }))
        .status,
    ).toBe(200);
  });
});
