import { expect, test, vi } from "vitest";
import type { Meter } from "@/lib/front/meter";
import { log } from "@/lib/log";
import { requestId } from "@/lib/process/request-context";
import { openFrontDoor } from "@/tests/support/processes/front-door";

// What the front door tells of a request to who watches the site.

const numberOfProxy = "7d5e30ce-7102-40be-aac2-ddf1d8b363f2";

function aMeter() {
  return {
    countRemembered: vi.fn<Meter["countRemembered"]>(),
    timeRequest: vi.fn<Meter["timeRequest"]>(),
    timeRender: vi.fn<Meter["timeRender"]>(),
    countPage: vi.fn<Meter["countPage"]>(),
    countRefusal: vi.fn<Meter["countRefusal"]>(),
  };
}

test("a page is timed when it is rendered, and counted when it comes from memory", async () => {
  const meter = aMeter();
  const { get } = openFrontDoor({ meter });
  const { headers } = await get("/en/about");
  await get("/en/about");
  await get("/en/about", { headers: { "if-none-match": headers.etag } });

  await vi.waitFor(() => expect(meter.timeRequest).toHaveBeenCalledOnce());
  expect(meter.timeRequest).toHaveBeenCalledWith(
    "public",
    200,
    expect.any(Number),
    expect.any(Function),
  );
  expect(meter.timeRender).toHaveBeenCalledOnce();
  expect(meter.countRemembered.mock.calls).toEqual([
    ["public", 200],
    ["public", 304],
  ]);
  expect(meter.countPage.mock.calls).toEqual([["render"], ["memory"], ["memory"]]);
});

test("a page for one reader is timed as such", async () => {
  const meter = aMeter();
  const { get } = openFrontDoor({ meter });
  await get("/en/applications/a-token");
  await vi.waitFor(() => expect(meter.timeRequest).toHaveBeenCalledOnce());
  expect(meter.timeRequest.mock.calls[0]?.slice(0, 2)).toEqual(["private", 200]);
  expect(meter.timeRender.mock.calls[0]?.[0]).toBe("single");
});

test("an answer carries the number that what the site does for it is logged under", async () => {
  const { get, site } = openFrontDoor();
  const { answer } = site;
  let seen: string | undefined;
  site.answer = (request, response) => {
    seen = requestId();
    return answer(request, response);
  };
  const { headers } = await get("/en/applications/a-token");
  expect(headers["x-request-id"]).toBe(seen);
  expect(seen).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  [true, true],
  [false, false],
])("behind a proxy (%s), its number is taken on: %s", async (hasProxy, isTaken) => {
  const { get } = openFrontDoor({ hasProxy });
  const { headers } = await get("/en/applications/a", {
    headers: { "x-request-id": numberOfProxy },
  });
  expect(headers["x-request-id"] === numberOfProxy).toBe(isTaken);
});

test("a request that fails is logged by its pattern, and its token nowhere", async () => {
  const lines: string[] = [];
  const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  vi.spyOn(log, "warn").mockImplementation(note);
  vi.spyOn(log, "error").mockImplementation(note);
  const { get, site } = openFrontDoor({
    logged: "failing",
    patternOf: () => "/[locale]/applications/[token]",
  });
  site.answer = (_, response) => {
    response.statusCode = 500;
    response.end();
  };
  await get("/en/applications/a-token-of-ghent?problem=zoe@ghent.example");
  await vi.waitFor(() => expect(lines.join()).toContain('"status":500'));
  expect(lines.join()).toContain("/[locale]/applications/[token]");
  expect(lines.join()).not.toMatch(/a-token-of-ghent|zoe/);
});
