import { expect, test } from "vitest";
import { stripScriptsAndInlineStyles } from "@/lib/front/markup/strip";
import { parseStyleSheets } from "@/lib/front/markup/style-sheets";

const styleSheets = parseStyleSheets([
  [
    "/_next/static/a.css",
    "a>b{color:$&}.hover\\:lit:hover{fill:var(--lit)}:root{--lit:red;--dim:grey}",
  ],
  ["/_next/static/font.css", ".font{--lit-font:latin}"],
  ["/_next/static/polish.css", "@font-face{font-family:a;unicode-range:U+100-17F}"],
]);
const scripts = new Map([["/proof-of-work.js", "prove(1<2,'$&')"]]);
const finish = (html: string) => stripScriptsAndInlineStyles(html, { styleSheets, scripts });
const read = async (html: string) => (await finish(html)).html;

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

test("what X reads elsewhere is gone, and what Next marks for its scripts", async () => {
  await gone('<meta name="twitter:title" content="Cities"/>');
  await gone('<meta name="twitter:image:width" content="1200"/>');
  await gone('<meta name="next-size-adjust" content=""/>');
  await kept('<meta name="twitter:card" content="summary_large_image"/>');
  await kept('<meta name="twitter:image" content="/card"/><meta name="description" content="x"/>');
});

test("React's comments are gone, its text is not", async () => {
  await gone("<!--$--><!-- -->");
});

const link = (name: string) =>
  `<link rel="stylesheet" href="/_next/static/${name}.css" data-precedence="next"/>`;

test("of the build's style sheets, what the page uses stands in it, whatever that holds", async () => {
  const { html, styles } = await finish(`${link("a")}${link("font")}<a><b>after</b></a>`);
  expect(html).toBe("<style>a>b{color:$&}</style><a><b>after</b></a>");
  expect(styles).toEqual(["a>b{color:$&}"]);
});

test("a font of letters that are nowhere in the page is gone, unless the page is a template", async () => {
  const face = "<style>@font-face{font-family:a;unicode-range:U+100-17F}</style>";
  const page = (text: string) => `${link("polish")}${text}`;
  expect(await read(page("<p>Łódź</p>"))).toBe(`${face}<p>Łódź</p>`);
  expect(await read(page("<p>&#321;</p>"))).toBe(`${face}<p>&#321;</p>`);
  expect(await read(page('<p title="Łódź"></p>'))).toBe(`${face}<p title="Łódź"></p>`);
  expect(await read(page("<p>Málaga</p>"))).toBe("<style></style><p>Málaga</p>");
  const template = { styleSheets, scripts, isTemplate: true };
  const { html } = await stripScriptsAndInlineStyles(page("<p>name</p>"), template);
  expect(html).toBe(`${face}<p>name</p>`);
});

test("classes and custom properties have the same short names in the page and in its rules", async () => {
  expect(
    await read(
      `<html class="font" lang="en">${link("a")}${link("font")}<i class="no-rule hover:lit">x</i>`,
    ),
  ).toBe(
    '<html class="c" lang="en"><style>.b:hover{fill:var(--b)}:root{--b:red}</style><i class="b">x</i>',
  );
});

test("an attribute that reads a custom property keeps it", async () => {
  expect(await read(`${link("a")}<path fill="var(--dim)" class="no-rule"></path>`)).toBe(
    '<style>:root{--c:grey}</style><path fill="var(--c)"></path>',
  );
});

test("a page that links no style sheet keeps its names, and has no styles to allow", async () => {
  await kept('<style>.dark{color:red}</style><a class="dark hover:lit">Ghent</a>');
  expect((await finish("<p>Ghent</p>")).styles).toEqual([]);
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
