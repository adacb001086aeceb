import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { HelpPages, withHelpPages } from "@/lib/front/pages/help-pages";
import { renderPage, type NextHandler } from "@/lib/front/pages/render";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const helpOf = (site: NextHandler, isReachable = true) =>
  new HelpPages({
    render: (url) =>
      renderPage(site, (html) => Promise.resolve({ html, styles: ["a{}"] }), {
        method: "GET",
        url,
        headers: {},
      }),
    state: () => ({ version: "1", isReachable }),
    isReachable: () => Promise.resolve(isReachable),
    policy: (styles) => `default-src 'none'; style-src ${styles.join()}`,
    framedPolicy: "frame-ancestors *",
  });

/** Next's handler is asynchronous; the stand-ins here are not. */
const asNext =
  (answer: RequestListener): NextHandler =>
  (request, response) =>
    Promise.resolve(answer(request, response));

/** Serves the help pages, and everything else with what the test gives. */
function serve(answer: RequestListener, isReachable = true): string {
  const site = asNext((request, response) => {
    const isHelpPage = ["/en/no-such-page", "/en/no-such-application", "/en/server-error"].includes(
      request.url ?? "",
    );
    if (!isHelpPage) return answer(request, response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.end(`<h1>${request.url}</h1>`);
  });
  const listener = withHelpPages(site, helpOf(site, isReachable));
  const server = createServer((request, response) => void listener(request, response)).listen(0);
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** As Next does it: the head at once, then the document in pieces. */
const emptyPage =
  (status: number): RequestListener =>
  (_, response) => {
    response.statusCode = status;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-encoding", "gzip");
    response.flushHeaders();
    response.write("not really");
    response.end("compressed");
  };

test("an address that no page has is answered with a page that helps, and still with 404", async () => {
  const answer = await fetch(`${serve(emptyPage(404))}/en/citys/ghent`, {
    headers: { "accept-encoding": "identity" },
  });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; style-src a{}");
  expect(await answer.text()).toBe("<h1>/en/no-such-page</h1>");
});

test("a link from a mail that leads to no application is answered with a page about that", async () => {
  const answer = await fetch(`${serve(emptyPage(404))}/en/applications/cut-off`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe("<h1>/en/no-such-application</h1>");
});

test("a page that throws is answered with a page that helps, and still with 500", async () => {
  const answer = await fetch(`${serve(emptyPage(500))}/en/cities`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe("<h1>/en/server-error</h1>");
});

test("a page that fails because the database is out of reach says when to come again", async () => {
  const answer = await fetch(`${serve(emptyPage(500), false)}/en/cities`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(await answer.text()).toBe("<h1>/en/server-error</h1>");
});

test("a form that fails, which Next answers in plain text, is answered with a page that helps", async () => {
  const failingForm: RequestListener = (_, response) => {
    response.writeHead(500, { "content-type": "text/plain" });
    response.end("Internal Server Error");
  };
  const answer = await fetch(`${serve(failingForm, false)}/admin/sign-in`, { method: "POST" });
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(await answer.text()).toBe("<h1>/en/server-error</h1>");
});

test("an address outside every language is answered in the one that the browser asks for, or in English", async () => {
  const answer = await fetch(`${serve(emptyPage(404))}/xx/cities`, {
    headers: { "accept-language": "xx, en;q=0.5" },
  });
  expect(await answer.text()).toBe("<h1>/en/no-such-page</h1>");
});

test("a HEAD request gets the status and no document", async () => {
  const answer = await fetch(`${serve(emptyPage(404))}/en/nonsense`, { method: "HEAD" });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe("");
});

test("pages that are there and failures that are no pages pass untouched", async () => {
  const address = serve((request, response) => {
    const isPage = request.url === "/en/cities";
    response.writeHead(isPage ? 200 : 404, {
      "content-type": isPage ? "text/html" : "application/json",
    });
    response.write(isPage ? "<h1>Cities" : '{"found":');
    response.end(isPage ? "</h1>" : "false}");
  });
  expect(await (await fetch(`${address}/en/cities`)).text()).toBe("<h1>Cities</h1>");
  expect(await (await fetch(`${address}/data/places`)).json()).toEqual({ found: false });
});

test("when no page of the site can be shown, one sentence is", async () => {
  const failing = asNext(emptyPage(500));
  const listener = withHelpPages(failing, helpOf(failing));
  const server = createServer((request, response) => void listener(request, response)).listen(0);
  servers.push(server);
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/en`);
  expect(answer.status).toBe(500);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await answer.text()).toContain("It is not your fault");
});
