import { expect, test } from "vitest";
import { stripScriptsAndInlineStyles } from "@/lib/front/strip";

const styleSheets = new Map([["/_next/static/a.css", "a>b{color:$&}"]]);
const scripts = new Map([["/proof-of-work.js", "prove(1<2,'$&')"]]);
const read = (html: string) => stripScriptsAndInlineStyles(html, { styleSheets, scripts });

const gone = async (html: string) =>
  expect(await read(`<p>before</p>${html}<p>after</p>`)).toBe("<p>before</p><p>after</p>");
const kept = async (html: string) =>
  expect(await read(`<p>before</p>${html}<p>after</p>`)).toBe(`<p>before</p>${html}<p>after</p>`);

test("scripts are gone, whatever they hold", async () => {
  await gone('<script src="/_next/static/chunks/main.js" async=""></script>');
  await gone('<script>self.__next_f.push([1,"<p>inside</p>"])</script>');
  await gone("<SCRIPT>1 < 2</SCRIPT >");
  await gone('<script type="module">import "./a.js"</script>');
  await gone('<script type="text/javascript" nomodule>alert(1)</script>');
  await gone('<script id="_R_">requestAnimationFrame(function(){})</script>');
});

test("what fetches or waits for scripts is gone", async () => {
  await gone(
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>',
  );
  await gone('<link rel="modulepreload" href="/a.js">');
  await gone('<link rel="expect" href="#_R_" blocking="render"/>');
});

test("React's comments are gone, its text is not", async () => {
  await gone("<!--$--><!-- -->");
});

test("a style sheet of the build stands in the page, whatever it holds", async () => {
  expect(
    await read(
      '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/><p>after</p>',
    ),
  ).toBe("<style>a>b{color:$&}</style><p>after</p>");
});

test("a script of our own stands in the page, where it is asked for by its whole address and nothing else", async () => {
  expect(
    await read('<p>before</p><script src="/proof-of-work.js" defer=""></script><p>after</p>'),
  ).toBe("<p>before</p><script>prove(1<2,'$&')</script><p>after</p>");
  await gone('<script src="https://elsewhere.example/proof-of-work.js"></script>');
  await gone("<script>prove(1<2,'$&')</script>");
  await gone('<link rel="preload" as="script" href="/proof-of-work.js"/>');
});

test("a form without an address has no empty one, which the standard refuses", async () => {
  expect(await read('<form action="" method="POST"><input value=""/></form>')).toBe(
    '<form method="POST"><input value=""/></form>',
  );
  await kept('<form action="/en/cities" method="get"></form>');
});

test("other style sheets, fonts and data blocks stay", async () => {
  await kept('<link rel="stylesheet" href="/_next/static/b.css"/>');
  await kept(
    '<link rel="preload" href="/_next/static/media/a.woff2" as="font" crossorigin="" type="font/woff2"/>',
  );
  await kept(
    '<script type="application/ld+json">{"@context":"https://schema.org","name":"\\u003c/script>"}</script>',
  );
});

test("a city that is called like a script is text", async () => {
  await kept("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>");
  await kept('<a title="<script>alert(1)</script>" href="/en">Ghent</a>');
  await kept("<textarea>&lt;/textarea&gt;<script>alert(1)</script></textarea>");
});

test("text after a script that never ends is not shown as a page", async () => {
  expect(await read("<p>before</p><script>var a = '</p>")).toBe("<p>before</p>");
});
