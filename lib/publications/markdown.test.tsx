import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { parseMarkdown } from "@/lib/publications/markdown";
import { textTags, type TextNode } from "@/lib/publications/markdown-tree";
import { TextTree } from "@/lib/publications/text-tree";

const square = { src: "/data/pictures/1.webp", width: 1600, height: 900 };
const pictures = new Map([[1, square]]);

const parse = (markdown: string, firstHeading: 2 | 4 = 2) =>
  parseMarkdown(markdown, { firstHeading, pictures });

const html = (markdown: string, firstHeading: 2 | 4 = 2) =>
  renderToStaticMarkup(<TextTree nodes={parse(markdown, firstHeading).text} />);

describe("a text", () => {
  test("has paragraphs, emphasis, lists, quotations, code and rules", () => {
    expect(
      html("One *two* **three**.\n\n- a\n- b\n\n3. c\n\n> d\n\n`e`\n\n---").replaceAll("\n", ""),
    ).toBe(
      "<p>One <em>two</em> <strong>three</strong>.</p><ul><li>a</li><li>b</li></ul>" +
        '<ol start="3"><li>c</li></ol><blockquote><p>d</p></blockquote><p><code>e</code></p><hr/>',
    );
  });

  test.each([
    ["begins below the title of its page", "# A", 2, "<h2>A</h2>"],
    ["begins below the title of its event", "## A\n\n### B", 4, "<h4>A</h4>\n<h5>B</h5>"],
    ["skips no level", "## A\n\n##### B", 2, "<h2>A</h2>\n<h3>B</h3>"],
    ["does not begin too deep", "### A\n\n# B", 2, "<h2>A</h2>\n<h2>B</h2>"],
    ["ends at the sixth level", "# A\n\n## B\n\n### C\n\n#### D", 4, "<h6>C</h6>\n<h6>D</h6>"],
  ] as const)("with headings %s", (_, markdown, firstHeading, expected) => {
    expect(html(markdown, firstHeading)).toContain(expected);
  });

  test.each([
    ["/cities", "/cities"],
    ["/en/cities/ghent", "/cities/ghent"],
    ["https://www.un.org/a?b=c#d", "https://www.un.org/a?b=c#d"],
    ["http://example.org", "http://example.org/"],
    ["mailto:press@example.org", "mailto:press@example.org"],
  ])("has a link to %s", (address, href) => {
    const { text, problems } = parse(`[words](${address})`);
    expect(problems).toEqual([]);
    expect(text).toEqual([{ tag: "p", children: [{ tag: "a", href, children: ["words"] }] }]);
  });

  test("shows a picture that was added to it, with what it shows", () => {
    expect(html("![A square](picture-1)")).toBe(
      '<p><img src="/data/pictures/1.webp" width="1600" height="900" alt="A square" loading="lazy"/></p>',
    );
  });
});

describe("of a hostile text", () => {
  test.each([
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">a</a>',
    "<style>*{display:none}</style>",
    "<!-- a comment -->",
    "<iframe src=https://example.org></iframe>",
    "<?php echo 1 ?>",
    "<![CDATA[ a ]]>",
  ])("HTML is shown as it was typed: %s", (markdown) => {
    const shown = renderToStaticMarkup(<p>{markdown}</p>).slice(3, -4);
    expect(html(markdown)).toContain(shown);
    expect(html(markdown)).not.toMatch(/<(?!\/?p>)/);
  });

  test.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:msgbox)",
    "[a](file:///etc/passwd)",
    "[a](//evil.example)",
    "[a](/\\evil.example)",
    "[a](\\\\evil.example)",
    "[a](https://user:secret@evil.example)",
    "[a](blob:https://example.org/1)",
    "[a](relative)",
    "[a](#fragment)",
    "[a](https://)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<ftp://evil.example>",
  ])("nothing links where it must not, and its writer is told: %s", (markdown) => {
    const { text, problems } = parse(markdown);
    expect(JSON.stringify(text)).not.toContain('"href"');
    expect(problems).toEqual([{ reason: "link", what: expect.any(String) as string }]);
  });

  test.each([
    ["![a](https://evil.example/pixel.gif)", "unknownPicture"],
    ["![a](data:image/png;base64,AAAA)", "unknownPicture"],
    ["![a](picture-2)", "unknownPicture"],
    ["![a](picture-1x)", "unknownPicture"],
    ["![a](/data/pictures/1.webp)", "unknownPicture"],
    ["![a][b]\n\n[b]: https://evil.example/pixel.gif", "unknownPicture"],
  ])("no other picture is shown: %s", (markdown, reason) => {
    const { text, problems } = parse(markdown);
    expect(problems).toMatchObject([{ reason }]);
    expect(JSON.stringify(text)).not.toContain('"img"');
  });

  test("a picture must say what it shows", () => {
    expect(parse("![ ](picture-1)").problems).toEqual([
      { reason: "pictureWithoutAlt", what: "picture-1" },
    ]);
  });

  test("an expression of MDX is a text", () => {
    expect(html("{process.exit(1)} and\n\nimport a from 'a'\n\n<Body />")).toBe(
      "<p>{process.exit(1)} and</p>\n<p>import a from &#x27;a&#x27;</p>\n&lt;Body /&gt;",
    );
  });

  test.each([
    ["a megabyte", "a ".repeat(500_000), "tooLong"],
    ["quotations in quotations", `${"> ".repeat(500)}a`, "tooDeep"],
    ["lists in lists on one line", `${"- ".repeat(500)}a`, "tooDeep"],
    [
      "lists in lists",
      Array.from({ length: 100 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
      "tooDeep",
    ],
    ["emphasis in emphasis", "*a ".repeat(50) + "b*".repeat(50), "tooDeep"],
  ] as const)("%s is refused as a whole", (_, markdown, reason) => {
    expect(parse(markdown)).toEqual({ text: [], problems: [{ reason }] });
  });

  test.each(["[", "![", "*a ", "_a_", "`", "<", "[a](", "&", "\\", "a\n-\n", "[](", "<!--"])(
    "a long text of %j alone holds nothing but what a text may have",
    (piece) => {
      const markdown = piece.repeat(2_000 / piece.length);
      expect(tagsOf(parse(markdown).text).filter((tag) => !isKnown(tag))).toEqual([]);
    },
  );
});

const tagsOf = (nodes: readonly TextNode[]): string[] =>
  nodes.flatMap((node) => (typeof node === "string" ? [] : [node.tag, ...tagsOf(node.children)]));

const isKnown = (tag: string) => textTags.some((known) => known === tag);
