import { expect, test, vi } from "vitest";
import { noMeter } from "@/lib/front/meter";
import { log } from "@/lib/log";
import { openFrontDoor } from "@/tests/support/processes/front-door";

// What the front door does where Next sends nothing, too little, or too late.

const protection = {
  "x-content-type-options": "nosniff",
  "content-security-policy": expect.stringMatching(/^default-src 'none'; /) as string,
};

/** As Next answers a page that is not there where scripts would have to fill it. */
function openWithEmptyPages() {
  const door = openFrontDoor();
  const { answer } = door.site;
  door.site.answer = (request, response) =>
    request.url?.includes("/no-such-")
      ? answer(request, response)
      : response
          .writeHead(404, { "content-type": "text/html; charset=utf-8" })
          .end("<html></html>");
  return door;
}

test.each([
  ["/en/nothing-here", "/en/no-such-page"],
  ["/en/applications/secret", "/en/no-such-application"],
  ["/dev/mails/nothing", "/en/no-such-page"],
])("%s, which is empty, becomes %s, as protected as all others", async (path, help) => {
  const { status, headers, body } = await openWithEmptyPages().get(path);
  expect({ status, body: body.toString() }).toEqual({
    status: 404,
    body: `<h1>${help} at coalition.example</h1>`,
  });
  expect(headers).toMatchObject(protection);
});

test.each([
  ["a page that cannot be made", 500, "/en/join", {}],
  ["a public page that cannot be made", 500, "/en/press", {}],
  ["a form that is too large", 413, "/en/join", { method: "POST", body: Buffer.alloc(131_073) }],
  ["an address that is none", 400, "/en/%ff", {}],
])("%s is answered with the headers of every page", async (_, status, path, question) => {
  const { get, site } = openFrontDoor();
  const failed = vi.spyOn(log, "error").mockImplementation(() => undefined);
  const { answer } = site;
  site.answer = (request, response) =>
    request.url === path ? Promise.reject(new Error("broken")) : answer(request, response);
  const given = await get(path, question);
  expect(given.status).toBe(status);
  expect(given.headers).toMatchObject({ "x-content-type-options": "nosniff" });
  expect(failed.mock.calls.map(([, message]) => message)).toEqual(
    status === 500 ? ["Request failed"] : [],
  );
});

test("a public page that leads elsewhere is as protected as what it leads to", async () => {
  const { get, site } = openFrontDoor();
  site.answer = (_, response) => response.writeHead(307, { location: "/en/press" }).end();
  const { status, headers } = await get("/en/cities");
  expect({ status, location: headers.location }).toEqual({ status: 307, location: "/en/press" });
  expect(headers).toMatchObject(protection);
});

test("an answer that breaks off after it has begun is cut off, and not begun anew", async () => {
  const { get, site } = openFrontDoor();
  vi.spyOn(log, "error").mockImplementation(() => undefined);
  site.answer = (_, response) => {
    response.writeHead(200, { "content-type": "text/csv" }).write("name,signed on\n");
    return Promise.reject(new Error("broken off"));
  };
  await expect(get("/data/signatories.csv")).rejects.toThrow();
});

test("a fault before anything is begun is answered, and the next request too", async () => {
  let isFaulty = false;
  const countPage = () => {
    if (isFaulty) throw new Error("a fault of the site");
  };
  const { get } = openFrontDoor({ meter: { ...noMeter, countPage } });
  const failed = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await get("/en");
  isFaulty = true;
  const { status, headers } = await get("/en");
  isFaulty = false;
  expect(status).toBe(500);
  expect(headers).toMatchObject(protection);
  expect(failed).toHaveBeenCalledOnce();
  expect((await get("/en")).status).toBe(200);
});

test("a page for one reader is given up when the database is away, and says so", async () => {
  const { get, site } = openFrontDoor();
  const failed = vi.spyOn(log, "error").mockImplementation(() => undefined);
  await get("/en/server-error");
  site.isReachable = false;
  const { answer } = site;
  site.answer = (request, response) =>
    request.url === "/en/applications/secret"
      ? new Promise(() => undefined)
      : answer(request, response);
  expect((await get("/en/applications/secret")).status).toBe(503);
  expect(failed.mock.calls[0]?.[0]).toMatchObject({ message: "Database timeout" });
});

test("a page for one reader that only takes long is waited for while the database is there", async () => {
  const { get, site } = openFrontDoor();
  const { answer } = site;
  site.answer = async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    return answer(request, response);
  };
  expect((await get("/en/applications/secret")).status).toBe(200);
});

test("HEAD asks Next for the page, and sends its headers alone", async () => {
  const { get, site } = openFrontDoor();
  const { status, body } = await get("/en/applications/secret", { method: "HEAD" });
  expect({ status, bytes: body.length }).toEqual({ status: 200, bytes: 0 });
  expect(site.asked.map(({ method }) => method)).toEqual(["GET"]);
});

test("only previews of emails may have styles of their own", async () => {
  const { get } = openFrontDoor();
  const policyOf = async (path: string) => (await get(path)).headers["content-security-policy"];
  expect(await policyOf("/dev/mails/confirm")).toContain("style-src 'self' 'unsafe-inline'");
  expect(await policyOf("/en/applications/secret")).not.toContain("unsafe-inline");
});

test("Next learns the public address of a form, whatever its headers say", async () => {
  const { get, site } = openFrontDoor();
  const headers = {
    host: "inside:3000",
    origin: "http://inside:3000",
    "x-forwarded-host": "other",
  };
  await get("/en/applications/secret", { method: "POST", headers, body: "name=Ghent" });
  expect(site.asked[0]?.headers).toMatchObject({
    host: "coalition.example",
    origin: "https://coalition.example",
  });
  expect(site.asked[0]?.headers).not.toHaveProperty("x-forwarded-host");
});

test("a file of the build is sent without asking Next", async () => {
  const { get, site } = openFrontDoor({
    files: (request, response) => {
      if (request.url !== "/_next/static/site.css") return false;
      response.end("h1{}");
      return true;
    },
  });
  expect((await get("/_next/static/site.css")).body.toString()).toBe("h1{}");
  expect(site.asked).toEqual([]);
  await get("/_next/static/other.css");
  expect(site.asked.map(({ url }) => url)).toEqual(["/_next/static/other.css"]);
});
