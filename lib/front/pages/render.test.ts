import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { renderPage, type NextHandler } from "@/lib/front/pages/render";

/** As Next does: compresses for whoever takes it. */
const compressing: NextHandler = (request, response) => {
  const page = Buffer.from("<h1>Ghent</h1>");
  const isCompressed = String(request.headers["accept-encoding"]).includes("gzip");
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "set-cookie": "tracked=1",
    ...(isCompressed && { "content-encoding": "gzip" }),
  });
  response.end(isCompressed ? gzipSync(page) : page);
  return Promise.resolve();
};

const finish = (html: string) => Promise.resolve({ html: `${html}!`, styles: [] });

test("a page is read as it is, whatever encodings its visitor takes, and no cookie comes with it", async () => {
  const rendered = await renderPage(compressing, finish, {
    method: "GET",
    url: "/en/applications/token",
    headers: { "accept-encoding": "gzip, br" },
  });
  expect(rendered.body.toString()).toBe("<h1>Ghent</h1>!");
  expect(rendered.headers).toEqual({ "content-type": "text/html; charset=utf-8" });
});

test.each([
  ["says that it is gone is", '<meta name="response-status" content="410"/><h1>Gone</h1>', 410],
  ["writes of that in its text is not", "&lt;meta name=&quot;response-status&quot;&gt;", 200],
])("a page that %s answered with 410", async (_, html, status) => {
  const next: NextHandler = (_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
    return Promise.resolve();
  };
  const asked = { method: "GET", url: "/en/news/a-handbook", headers: {} };
  expect((await renderPage(next, finish, asked)).status).toBe(status);
});
