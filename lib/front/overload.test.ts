import { request as ask } from "node:http";
import { expect, test, vi } from "vitest";
import { laneLimits, WorkQueue } from "@/lib/front/work-queue";
import { actionId, applicantTokens, openFrontDoor } from "@/tests/support/processes/front-door";

// The front door when more is asked of it than it can do.

const { concurrency, maxWaiting } = laneLimits.visitors;
const asForm = { "content-type": "application/x-www-form-urlencoded" };

/** A front door behind which every answer waits, but for the pages that help. */
function openCrowded() {
  const door = openFrontDoor();
  const { answer } = door.site;
  const waiting: (() => void)[] = [];
  door.site.answer = (request, response) => {
    if (/busy|nonsense/.test(request.url ?? "")) return answer(request, response);
    return new Promise<void>((resolve) =>
      waiting.push(() => resolve(void answer(request, response))),
    );
  };
  const crowd = () =>
    Array.from({ length: concurrency + maxWaiting }, (_, number) =>
      door.get(`/en/cities/city-${number}`),
    );
  const release = () => waiting.splice(0).forEach((go) => go());
  const isFull = () => expect.poll(() => waiting.length).toBe(concurrency);
  return { ...door, crowd, release, isFull, waiting };
}

test("so many pages are made at once, and whoever comes when too many wait is told when to come again", async () => {
  const { get, crowd, isFull, release, site } = openCrowded();
  await get("/en/busy-with-answers");
  const visitors = crowd();
  await isFull();
  await expect.poll(async () => (await get("/en/endorse/ask?city=1")).status).toBe(503);

  const refused = await get("/en/cities/one-more");
  expect(refused.status).toBe(503);
  expect(refused.headers).toMatchObject({
    "retry-after": "5",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(refused.body.toString()).toBe("<h1>/en/busy at coalition.example</h1>");
  const data = await get("/data/places?q=ghent");
  expect(data.body.toString()).toBe(
    '{"type":"about:blank","title":"Service Unavailable","status":503}',
  );

  const releasing = setInterval(release, 1);
  const statuses = (await Promise.all(visitors)).map(({ status }) => status);
  clearInterval(releasing);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(site.asked.filter(({ url }) => url.includes("one-more"))).toEqual([]);
});

test("no page is rendered until all waiting connections are accepted", async () => {
  const crowd = Promise.withResolvers<undefined>();
  const untilAllAccepted = vi.fn(() => crowd.promise);
  const { get, site } = openFrontDoor({ untilAllAccepted });
  const page = get("/en/cities?query=ghent");
  await vi.waitFor(() => expect(untilAllAccepted).toHaveBeenCalledOnce());
  expect(site.asked).toEqual([]);
  crowd.resolve(undefined);
  expect((await page).status).toBe(200);
});

test("a crowd with searches keeps nobody from other pages and from forms", async () => {
  const { get, release, waiting } = openCrowded();
  const { concurrency: most, maxWaiting: queued } = laneLimits.searches;
  const searches = Array.from({ length: most + queued }, (_, number) =>
    get(`/en/cities?query=${number}`),
  );
  await expect.poll(() => waiting.length).toBe(most);
  await expect.poll(async () => (await get("/en/cities?query=more")).status).toBe(503);

  const form = get("/en/join", { method: "POST", headers: asForm, body: "contactName=Ada" });
  const city = get("/en/cities/ghent");
  await expect.poll(() => waiting.length).toBe(most + 2);
  const releasing = setInterval(release, 1);
  expect((await form).status).toBe(200);
  expect((await city).status).toBe(200);
  await Promise.all(searches);
  clearInterval(releasing);
});

test("remembered pages need no slot", async () => {
  const { get, crowd, isFull, release } = openCrowded();
  const first = get("/en/press");
  await expect.poll(() => (release(), true)).toBe(true);
  const releasing = setInterval(release, 1);
  await first;
  clearInterval(releasing);
  const visitors = crowd();
  await isFull();
  expect((await get("/en/press")).headers["cache-status"]).toBe("front-door; hit");
  visitors.forEach((visitor) => void visitor.catch(() => undefined));
});

test("a form that cannot be read now comes back with its answers, to be sent once more", async () => {
  const { get, crowd, isFull, site } = openCrowded();
  const { answer } = site;
  site.answer = (request, response) => {
    if (request.url !== "/en/busy-with-answers") return answer(request, response);
    return response
      .setHeader("content-type", "text/html")
      .end('<form method="post"><input type="hidden" name="kept-answers"/></form>');
  };
  const visitors = crowd();
  await isFull();
  await expect.poll(async () => (await get("/en/endorse/ask?city=1")).status).toBe(503);

  const sent = { method: "POST", headers: asForm, body: "contactName=Ada" };
  for (const path of ["/en/join", "/en/endorse/ask?city=1", "/admin/sign-in"]) {
    const { status, headers, body } = await get(path, sent);
    expect({ status, retryAfter: headers["retry-after"] }).toEqual({
      status: 503,
      retryAfter: "5",
    });
    expect(body.toString()).toContain('<input type="hidden" name="contactName" value="Ada"/>');
  }
  const byScript = { ...sent, headers: { ...asForm, "next-action": actionId } };
  expect((await get("/en/join", byScript)).headers["content-type"]).toBe(
    "application/problem+json",
  );
  visitors.forEach((visitor) => void visitor.catch(() => undefined));
});

test("of a crowd that waits to be refused, fifty have their answers kept", async () => {
  const { get, crowd, isFull, site } = openCrowded();
  const { answer } = site;
  const countWaiting = vi.spyOn(WorkQueue.prototype, "countWaiting");
  const helpPage = Promise.withResolvers<undefined>();
  site.answer = async (request, response) => {
    if (request.url !== "/en/busy-with-answers") return answer(request, response);
    await helpPage.promise;
    return response
      .setHeader("content-type", "text/html")
      .end('<input type="hidden" name="kept-answers"/>');
  };
  const visitors = crowd();
  await isFull();
  await expect.poll(async () => (await get("/en/endorse/ask?city=1")).status).toBe(503);

  const sent = { method: "POST", headers: asForm, body: "contactName=Ada" };
  countWaiting.mockClear();
  // Their page is not there yet: the first ones hold the slots for refusals, all others wait.
  const refused = Array.from({ length: 200 }, () => get("/en/join", sent));
  await vi.waitFor(() => expect(countWaiting).toHaveBeenCalledTimes(refused.length), 5_000);
  helpPage.resolve(undefined);
  const answers = await Promise.all(refused);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  const kept = answers.filter(({ body }) => body.includes("Ada"));
  expect(kept).toHaveLength(laneLimits.refusals.concurrency + 50);
  visitors.forEach((visitor) => void visitor.catch(() => undefined));
});

test("who has been shown the panel gets in while strangers crowd the site", async () => {
  const { get, crowd, isFull, site } = openCrowded();
  const { answer } = site;
  site.answer = (request, response) =>
    request.url?.startsWith("/admin")
      ? void response.writeHead(request.headers.cookie ? 200 : 307).end()
      : answer(request, response);
  const staff = { headers: { cookie: "other=1; staff-session=known" } };
  expect((await get("/admin", staff)).status).toBe(200);
  const visitors = crowd();
  await isFull();
  await expect.poll(async () => (await get("/admin/sign-in")).status).toBe(503);
  expect((await get("/admin/applications/1", staff)).status).toBe(200);
  expect((await get("/admin", { headers: { cookie: "staff-session=guessed" } })).status).toBe(503);
  visitors.forEach((visitor) => void visitor.catch(() => undefined));
});

test("nothing is made for visitors who hung up while they waited", async () => {
  const { get, port, isFull, release, site, waiting, countConnections } = openCrowded();
  const hangingUp = Array.from({ length: 40 }, (_, number) => {
    const question = ask({ port, path: `/en/cities/city-${number}`, agent: false });
    question.on("error", () => undefined).end();
    return question;
  });
  await isFull();
  hangingUp.forEach((question) => question.destroy());
  await expect.poll(() => countConnections()).toBe(0);
  // Work that has begun keeps its slot: nothing else may begin in its place.
  expect(waiting).toHaveLength(concurrency);
  release();
  const oneMore = get("/en/press");
  const releasing = setInterval(release, 1);
  expect((await oneMore).status).toBe(200);
  clearInterval(releasing);
  expect(site.asked.map(({ url }) => url).slice(concurrency)).toEqual(["/en/press"]);
});

test("files and the health of the site are answered while strangers crowd it, data is not", async () => {
  const { get, crowd, isFull, site } = openCrowded();
  const { answer } = site;
  site.answer = (request, response) =>
    /^\/(_next|healthz|data)/.test(request.url ?? "")
      ? void response.writeHead(200).end("answered")
      : answer(request, response);
  const visitors = crowd();
  await isFull();
  await expect.poll(async () => (await get("/en/endorse/ask?city=1")).status).toBe(503);
  for (const path of ["/_next/static/site.js", "/healthz"])
    expect((await get(path)).body.toString(), path).toBe("answered");
  expect((await get("/data/places?q=ghent")).status).toBe(503);
  visitors.forEach((visitor) => void visitor.catch(() => undefined));
});

test("the health of the site is told even while nobody gets its files", async () => {
  const { get, site } = openFrontDoor();
  const { answer } = site;
  let waiting = 0;
  site.answer = (request, response) => {
    if (!request.url?.startsWith("/_next/")) return answer(request, response);
    waiting++;
    return new Promise(() => undefined);
  };
  const { files } = laneLimits;
  for (let number = 0; number < files.concurrency + files.maxWaiting; number++)
    void get(`/_next/static/${number}.js`).catch(() => undefined);
  await expect.poll(() => waiting).toBe(files.concurrency);
  expect((await get("/healthz")).status).toBe(200);
});

test.each([
  ["a page of the sign-in", "/admin/sign-in", "GET", 200],
  ["the answer to a form", "/admin", "POST", 200],
  ["a way to the sign-in", "/admin", "GET", 307],
])("who has been shown %s is no staff yet", async (_, path, method, status) => {
  const { get, crowd, isFull, site } = openCrowded();
  const { answer } = site;
  site.answer = (request, response) =>
    request.url?.startsWith("/admin")
      ? void response.writeHead(status).end()
      : answer(request, response);
  const stranger = { headers: { cookie: "staff-session=made-up" } };
  expect((await get(path, { ...stranger, method })).status).toBe(status);
  const visitors = crowd();
  await isFull();
  await expect.poll(async () => (await get("/en/endorse/ask?city=1")).status).toBe(503);
  expect((await get("/admin", stranger)).status).toBe(503);
  visitors.forEach((visitor) => void visitor.catch(() => undefined));
});

test("of files, one is worked on while three wait, and visitors are answered meanwhile", async () => {
  const { get, waiting, release } = openCrowded();
  await get("/en/busy");
  const running = vi.spyOn(WorkQueue.prototype, "run");
  const files = () => running.mock.calls.filter(([{ lane }]) => lane === "uploads").length;
  const upload = async () => {
    const before = files();
    const sent = get(`/en/applications/${applicantTokens[0]}/mandate-files`, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: Buffer.concat([Buffer.alloc(200_000), Buffer.from("--x--")]),
    });
    await expect.poll(files).toBe(before + 1);
    return { sent };
  };
  const { concurrency: atOnce, maxWaiting } = laneLimits.uploads;
  const taken = [];
  for (let number = 0; number < atOnce + maxWaiting; number += 1) taken.push(await upload());
  await expect.poll(() => waiting.length).toBe(atOnce);

  const refused = await (await upload()).sent;
  expect(refused.status).toBe(503);
  expect(refused.body.toString()).toBe("<h1>/en/busy at coalition.example</h1>");
  const visitor = get("/en/cities");
  await expect.poll(() => waiting.length).toBe(atOnce + 1);
  const releasing = setInterval(release, 1);
  const answers = await Promise.all([visitor, ...taken.map(({ sent }) => sent)]);
  clearInterval(releasing);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});
