import type { IncomingMessage, ServerResponse } from "node:http";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { css, openFrontDoor } from "@/tests/support/processes/front-door";

// The join form: sent without scripts to each visitor, and with them to who begins.

const madeWith = "7d5e30ce-7102-40be-aac2-ddf1d8b363f2";
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const asTheForm = (_: IncomingMessage, response: ServerResponse) =>
  response
    .setHeader("content-type", "text/html; charset=utf-8")
    .end(
      '<html><head><link rel="preload" as="script" href="/main.js"/>' +
        '<link rel="stylesheet" href="/site.css" data-precedence="next"/></head>' +
        '<body><h1 class="title">Which city<!-- -->?</h1><form action="" method="POST">' +
        `<input type="hidden" name="submissionKey" value="${madeWith}"/></form>` +
        '<script src="/main.js" async=""></script><script src="/old.js" nomodule=""></script>' +
        "<script>(self.__next_f=self.__next_f||[]).push([0])</script>" +
        `<script>self.__next_f.push([1,"{\\"submissionKey\\":\\"${madeWith}\\"}"])</script>` +
        "</body></html>",
    );

function openJoinForm() {
  const opened = openFrontDoor({ keepsJoinForm: true });
  opened.site.answer = asTheForm;
  return opened;
}

test("the form comes from memory, with one script, its rules inside and a key for each visitor", async () => {
  const { get, site } = openJoinForm();
  const answers = [await get("/en/join"), await get("/en/join?utm_source=somewhere")];
  const pages = answers.map(({ body }) => body.toString());
  const keys = pages.map((page) => page.match(uuid));
  expect(new Set(keys.flat()).size).toBe(2);
  expect(keys.flat()).not.toContain(madeWith);
  for (const page of pages) {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/main\.js|stylesheet|__next_f/);
    expect(page).toContain(`<style>${css}</style></head>`);
    // What React compares with its own when it takes the form over.
    expect(page).toContain('<h1 class="title">Which city<!-- -->?</h1>');
  }
  expect(answers.map(({ headers }) => headers["cache-control"])).toEqual([
    "private, no-store",
    "private, no-store",
  ]);
  expect(site.asked.map(({ url }) => url)).toEqual(["/en/join"]);
});

test("its policy takes the loader and what that fetches, and nothing else", async () => {
  const { get } = openJoinForm();
  const { headers, body } = await get("/en/join");
  const [, loader = ""] = /<script>([^]*)<\/script>/.exec(body.toString()) ?? [];
  const digest = await crypto.subtle.digest("SHA-256", Buffer.from(loader));
  expect(String(headers["content-security-policy"]).split("; ")).toContain(
    `script-src 'sha256-${Buffer.from(digest).toString("base64")}' 'strict-dynamic'`,
  );
});

/** Runs it as the browser of a visitor does, in whose form stands this key. */
function runScripts(code: string, key: string) {
  const added: Record<string, unknown>[] = [];
  const page: Record<string, unknown> = {
    document: {
      querySelector: () => ({ value: key }),
      createElement: (tag: string) => ({ tag, dataset: {} }),
      head: { append: (element: Record<string, unknown>) => void added.push(element) },
    },
  };
  page.self = page;
  runInNewContext(code, page);
  return { added, data: page.__next_f as unknown[][] };
}

test("its scripts are one file, the same for all, which tells React the key of the visitor's form", async () => {
  const { get } = openJoinForm();
  const { headers, body } = await get("/en/join/scripts.js");
  expect(headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-status": "front-door; fwd=miss",
  });
  expect(headers).not.toHaveProperty("access-control-allow-origin");
  expect(body.toString()).not.toContain(madeWith);

  const { added, data } = runScripts(body.toString(), "the-key-of-ghent");
  expect([...data]).toEqual([[0], [1, '{"submissionKey":"the-key-of-ghent"}']]);
  expect(added).toEqual([
    { tag: "link", rel: "stylesheet", href: "/site.css", dataset: { precedence: "next" } },
    { tag: "script", src: "/main.js", async: true, dataset: {} },
  ]);
});

test("what is posted, and a form that was saved, are made for each visitor", async () => {
  const { get, site } = openJoinForm();
  const posted = await get("/en/join", { method: "POST", body: "name=Ghent" });
  expect(posted.body.toString()).toContain(madeWith);
  await get("/en/join/continue/a-token");
  await get("/en/join/continue/a-token");
  expect(site.asked).toHaveLength(3);
});
