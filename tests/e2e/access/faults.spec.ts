import { audit } from "@/tests/e2e/access/audit";
import { expect, test } from "@/tests/e2e/support/fixtures";

// What looks for faults must find them: each way of looking is shown a page with one, and one
// without.

const pageWith = (body: string, style = "") => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ghent</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; background: light-dark(white, black); color: light-dark(black,
  white); font: 1rem/1.5 sans-serif }
a { display: inline-block; min-width: 24px; color: inherit }
a:focus-visible { outline: 3px solid }
${style}
</style>
</head>
<body>
<header><a href="#main">Skip to what is here</a></header>
<main id="main"><h1>Ghent</h1>${body}</main>
<footer><a href="#main">Back to the top</a></footer>
</body>
</html>`;

const text = "<p>It has signed the declaration.</p>";
const links = '<p><a href="#one" id="one">One</a></p><p><a href="#two" id="two">Two</a></p>';

const faults: readonly [name: string, finding: RegExp, page: string][] = [
  [
    "a picture without its text",
    /^light: axe image-alt/,
    pageWith('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'),
  ],
  [
    "pale text in the dark alone",
    /^dark, right to left: axe color-contrast/,
    pageWith(text, "@media (prefers-color-scheme: dark) { p { color: #333 } }"),
  ],
  [
    "pale text in forced colours alone",
    /^forced colours: axe color-contrast/,
    pageWith(
      text,
      "@media (forced-colors: active) { p { forced-color-adjust: none; color: #777; background: #888 } }",
    ),
  ],
  ["two of one name", /^HTML no-dup-id/, pageWith('<p id="one">One</p><p id="one">Two</p>')],
  [
    "a level of headings left out",
    /^outline: a heading of level 3 follows one of level 1/,
    pageWith("<h3>Decisions</h3>"),
  ],
  [
    "a second heading of the page",
    /^outline: there is not exactly one h1/,
    pageWith("<h1>Bruges</h1>"),
  ],
  [
    "what moves",
    /^still: is moving: #main p/,
    pageWith(text, "@keyframes on { to { opacity: 0.9 } } p { animation: on 60s infinite }"),
  ],
  ["what would move", /^still: would move: #main p/, pageWith(text, "p { transition: color 1s }")],
  [
    "what is wider than a small screen",
    /^320 px: scrolls sideways/,
    pageWith(text, "p { width: 400px }"),
  ],
  [
    "what is wider from right to left alone",
    /^right to left, 320 px: sticks out at the side/,
    pageWith(text, "[dir=rtl] p { width: 400px }"),
  ],
  [
    "a box that letters with space do not fit in",
    /^320 px, spaced out: is cut off/,
    pageWith(
      "<p>Ghent has signed it, so have others.</p>",
      "p { height: 1.5em; overflow: hidden }",
    ),
  ],
  [
    "text on text",
    /^wide: lies on other text/,
    pageWith(`${text}<p>So have others.</p>`, "p + p { margin-top: -2.5rem }"),
  ],
  [
    "a small target",
    /^wide: is a small target/,
    pageWith('<a href="#main" id="small">1</a>', "#small { min-width: 0 }"),
  ],
  [
    "a focus that is not shown",
    /^keyboard: does not show the focus/,
    pageWith(links, "#two:focus-visible { outline: none }"),
  ],
  [
    "a focus that is hardly shown",
    /^keyboard: does not show the focus/,
    pageWith(links, "#two:focus-visible { outline-color: #ddd }"),
  ],
  [
    "a focus under something else",
    /^keyboard: has the focus under/,
    pageWith(links, "header { position: fixed; inset: 0; background: Canvas }"),
  ],
  [
    "an order of the keyboard's own",
    /^keyboard: the keyboard goes/,
    pageWith(links.replace('id="two"', 'id="two" tabindex="1"')),
  ],
];

test("a page without faults has no findings @scripts", async ({ page }) => {
  const html = pageWith(text + links);
  await page.setContent(html);
  expect(await audit(page, { html })).toEqual([]);
});

test("each fault is found, in the way in which it shows @scripts", async ({ page }) => {
  for (const [name, finding, html] of faults) {
    await page.setContent(html);
    expect.soft(await audit(page, { html }), name).toContainEqual(expect.stringMatching(finding));
  }
});
