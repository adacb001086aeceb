import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import type { ResidentPage } from "@/lib/front/pages/resident-pages";
import { pageView, type FormAnswer, type PageTemplate } from "@/lib/process/page-view";
import { formText } from "@/lib/forms";
import { openFrontDoor } from "@/tests/support/processes/front-door";

// Pages that are made once and filled in for each visitor, and forms that need no page.

type View = { page: "greeting"; name: string };

/** Next's page: what stands in the view, or what it has read itself. */
const asThePage = ({ url = "" }: IncomingMessage, response: ServerResponse) =>
  response
    .setHeader("content-type", "text/html; charset=utf-8")
    .end(
      `<h1>Dear ${pageView<View>("greeting")?.name ?? "nobody"}</h1><a href="${url}">This page</a>`,
    );

const greetingOf = (name: string): PageTemplate => ({
  name: "/en/greeting",
  address: (slot) => `/en/greeting?to=${slot("name")}`,
  view: (slot) => ({ page: "greeting", name: slot("name") }),
  values: { name },
});

/** The page at /en/endorse/ask, of the visitor whom the address names. */
function openPage(post: (form: FormData) => FormAnswer = () => ({ location: "/en/sent" })) {
  const networks: string[] = [];
  const pageOf = (name: string | null): ResidentPage => ({
    find: () => Promise.resolve(name ? greetingOf(name) : null),
    post: (form, network) => {
      networks.push(network);
      return Promise.resolve(post(form));
    },
  });
  const opened = openFrontDoor({
    residentPageAt: ({ path, url }) =>
      path === "/en/endorse/ask" ? pageOf(new URLSearchParams(url.split("?")[1]).get("to")) : null,
  });
  opened.site.answer = asThePage;
  return { ...opened, networks };
}

test("each visitor gets the page with their own name, and it is made once", async () => {
  const { get, site } = openPage();
  const ada = await get("/en/endorse/ask?to=Ada");
  const grace = await get("/en/endorse/ask?to=Grace");
  expect(ada.body.toString()).toBe('<h1>Dear Ada</h1><a href="/en/greeting?to=Ada">This page</a>');
  expect(grace.body.toString()).toBe(
    '<h1>Dear Grace</h1><a href="/en/greeting?to=Grace">This page</a>',
  );
  expect(grace.headers["cache-control"]).toBe("private, no-store");
  expect(site.asked).toHaveLength(1);
  expect(site.asked[0]?.url).not.toMatch(/Ada|Grace/);
});

test("a name that reads like a slot stays a name", async () => {
  const { get, site } = openPage();
  await get("/en/endorse/ask?to=Ada");
  const [, slot = ""] = /to=(\w+)/.exec(site.asked[0]?.url ?? "") ?? [];
  expect(slot).toMatch(/^slot\w{32}nameend$/);
  const { body } = await get(`/en/endorse/ask?to=${slot}`);
  expect(body.toString()).toContain(`<h1>Dear ${slot}</h1>`);
});

test("without a template Next makes the page, each time", async () => {
  const { get, site } = openPage();
  for (let time = 1; time <= 2; time++)
    expect((await get("/en/endorse/ask")).body.toString()).toContain("Dear nobody");
  expect(site.asked.map(({ url }) => url)).toEqual(["/en/endorse/ask", "/en/endorse/ask"]);
});

const urlencoded = { "content-type": "application/x-www-form-urlencoded" };

test("a posted form leads on without a page being made, in both of the ways that forms are sent", async () => {
  const { get, site, networks } = openPage((form) => ({
    location: `/en/${formText(form, "to")}`,
  }));
  const answers = [
    await get("/en/endorse/ask", { method: "POST", headers: urlencoded, body: "to=a" }),
    await get("/en/endorse/ask", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: '--x\r\ncontent-disposition: form-data; name="to"\r\n\r\nb\r\n--x--\r\n',
    }),
  ];
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, "/en/a"],
    [303, "/en/b"],
  ]);
  expect(answers[0]?.headers["cache-control"]).toBe("private, no-cache");
  expect(networks).toEqual(["127.0.0.0/24", "127.0.0.0/24"]);
  expect(site.asked).toEqual([]);
});

test("what is wrong with a form comes back in its page, which is kept for nobody else", async () => {
  const { get, site } = openPage(() => ({ view: { page: "greeting", name: "Ada, once more" } }));
  const post = { method: "POST", headers: urlencoded, body: "to=a" };
  const { status, body } = await get("/en/endorse/ask?to=Ada", post);
  expect([status, body.toString()]).toEqual([
    200,
    '<h1>Dear Ada, once more</h1><a href="/en/endorse/ask?to=Ada">This page</a>',
  ]);
  const [asked] = site.asked;
  expect([asked?.method, asked?.body, asked?.headers["content-type"]]).toEqual([
    "GET",
    "",
    undefined,
  ]);
  expect((await get("/en/endorse/ask?to=Ada")).body.toString()).toContain("Dear Ada<");
});

test("what is posted and is no form is refused", async () => {
  const { get, site } = openPage();
  const { status } = await get("/en/endorse/ask", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(status).toBe(400);
  expect(site.asked.map(({ url }) => url)).not.toContain("/en/endorse/ask");
});
