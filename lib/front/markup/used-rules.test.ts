import { expect, test } from "vitest";
import { ShortNames } from "@/lib/front/markup/short-names";
import { unknownText } from "@/lib/front/markup/selector-needs";
import { parseSheet, withLongNames } from "@/lib/front/markup/parsed-sheet";
import { usedRules } from "@/lib/front/markup/used-rules";

/** The rules of a sheet that a page with these elements, classes and attributes carries. */
function rulesFor(css: string, contents: string[], asks: string[] = []): string {
  const sheet = parseSheet(css, new ShortNames());
  return usedRules([sheet], { vocabulary: new Set(contents), asks }).join("");
}

test("a rule stays with those of its selectors of which all that they name stands in the page", () => {
  const css = "h1,h2{top:1px}h2 a{top:2px}h1>a{top:3px}#map a{top:4px}";
  expect(rulesFor(css, ["h1", "a"])).toBe("h1{top:1px}h1>a{top:3px}");
  expect(rulesFor(css, ["a", "#map"])).toBe("#map a{top:4px}");
});

test("a rule that browsers may refuse for one of its selectors keeps all of them", () => {
  const css = "a,b:-moz-focusring{top:1px}";
  expect(rulesFor(css, ["a"])).toBe(css);
});

test("a font of some letters stays where one of them stands in the page, or may come to", () => {
  const css = "@font-face{unicode-range:U+100-17F,U+20A0;src:url(a)}";
  for (const contents of [["p", "ł"], ["₠"], ["input"], ["textarea"], [unknownText]])
    expect(rulesFor(css, contents)).toBe(css);
  expect(rulesFor(css, ["p", "é", "’"])).toBe("");
});

test("a font that has letters of ASCII too, or all letters, always stays", () => {
  const css = "@font-face{src:url(a)}@font-face{unicode-range:U+30,U+100;src:url(b)}";
  expect(rulesFor(css, [])).toBe(css);
});

test("states that a page shows later stay, and so does what every page has", () => {
  const css =
    "a:hover{top:1px}:focus-visible{top:2px}html{top:3px}*{top:4px}::selection{top:5px}details[open]{top:6px}";
  expect(rulesFor(css, ["a", "details"])).toBe(css);
});

test("of alternatives one is enough, and what must not be there is not asked for", () => {
  const css = ":is(h1,h2) a{top:1px}a:not(.b){top:2px}body:has(main,footer){top:3px}";
  expect(rulesFor(css, ["a", "h2", "footer"])).toBe(css);
  expect(rulesFor(css, ["a"])).toBe("a:not(.b){top:2px}");
});

test("an attribute is known by its value, in whatever case, where the selector says one", () => {
  const css = "[dir=rtl] a{top:1px}a[title]{top:2px}a[href^=http]{top:3px}";
  expect(rulesFor(css, ["a", "[dir]", '[dir="ltr"]', "[href]"])).toBe("a[href^=http]{top:3px}");
  expect(rulesFor(css, ["a", "[dir]", '[dir="rtl"]', "[title]"])).toBe(
    "[dir=rtl] a{top:1px}a[title]{top:2px}",
  );
});

test("parts of form controls stay where there are such controls", () => {
  const css =
    "::placeholder{top:1px}::-webkit-datetime-edit{top:2px}::-webkit-search-decoration{top:3px}";
  expect(rulesFor(css, ["input", '[type="date"]'])).toBe(
    "::placeholder{top:1px}::-webkit-datetime-edit{top:2px}",
  );
  expect(rulesFor(css, ["p"])).toBe("");
});

test("media, containers and conditions stay with what is left in them; an empty layer keeps its place", () => {
  expect(
    rulesFor(
      "@layer base{h1{top:1px}}@layer theme;@media print{h1{top:2px}a{top:3px}}@supports (top:1px){h1{top:4px}}",
      ["a"],
    ),
  ).toBe("@layer base;@layer theme;@media print{a{top:3px}}");
});

test("fonts, pages and transitions between pages always stay", () => {
  const css =
    "@font-face{font-family:a;src:url(/a--b.woff2)}@page{margin:1cm}@media print{@view-transition{navigation:auto}}@keyframes c{to{top:1px}}";
  expect(rulesFor(css, [])).toBe(css);
});

test("a custom property stays when something reads it, also by way of another one", () => {
  const css =
    "@property --a{syntax:'*';inherits:false}@property --z{syntax:'*';inherits:false}:root{--a:var(--b);--b: ;--z:1;top:2px}a{top:var(--a)}";
  expect(rulesFor(css, ["a"])).toBe(
    "@property --b{syntax:'*';inherits:false}:root{--b:var(--f);--f: ;top:2px}a{top:var(--b)}",
  );
  expect(rulesFor(css, ["p"])).toBe(":root{top:2px}");
});

const leading =
  "@property --lead{syntax:'*';inherits:false}@property --style{syntax:'*';inherits:false;initial-value:solid}" +
  "@layer properties{*{--lead:initial;--style:solid}}";

test("a custom property that nothing sets gives way to its value, or to what stands for it", () => {
  const css = `${leading}p{line-height:var(--lead,var(--body,calc(1px + (2px * 2))));border-style:var(--style)}.tight{--lead:1}`;
  expect(rulesFor(css, ["p"])).toBe(
    "@layer properties;p{line-height:calc(1px + (2px * 2));border-style:solid}",
  );
});

test("sums are worked out once all their terms are known", () => {
  const css =
    "@property --turned{syntax:'*';inherits:false;initial-value:0}" +
    ".list{margin-top:calc(calc(.25rem * 3) * var(--turned));margin-bottom:calc(calc(.25rem * 3) * calc(1 - var(--turned)));top:calc(1px + calc(.1em * var(--turned)));left:calc(.25rem * 3)}";
  expect(rulesFor(css, [".list"])).toBe(
    ".b{margin-top:0rem;margin-bottom:.75rem;top:calc(1px + 0em);left:calc(.25rem * 3)}",
  );
});

test("a registered custom property stays where the page or an animation sets it", () => {
  const css = `${leading}p{line-height:var(--lead,2)}.tight{--lead:1}`;
  const registered = "@property --b{syntax:'*';inherits:false}@layer properties{*{--b:initial}}";
  expect(rulesFor(css, ["p", ".tight"])).toBe(`${registered}p{line-height:var(--b,2)}.b{--b:1}`);
  const moving = `${leading}@keyframes in{to{--lead:1}}p{line-height:var(--lead,2)}`;
  expect(rulesFor(moving, ["p"])).toBe(
    `${registered}@keyframes in{to{--b:1}}p{line-height:var(--b,2)}`,
  );
});

test("without a value and a fallback, what reads a registered custom property stays as it is", () => {
  expect(rulesFor("@property --a{syntax:'*';inherits:false}p{top:var(--a)}", ["p"])).toBe(
    "@property --b{syntax:'*';inherits:false}p{top:var(--b)}",
  );
});

test("what cannot be read is an error, not a style that is lost", () => {
  expect(() => rulesFor("a{top:1px}%%{top:2px}", ["a"])).toThrow("No selector that can be read");
  expect(() => rulesFor(".menu{top:1px;.menu &{top:2px}}", [])).toThrow("more than declarations");
});

test("no short name is what blockers of advertisements look for", () => {
  const names = new ShortNames();
  const all = Array.from({ length: 1_400 }, (_, index) => names.ofClass(`class-${index}`));
  expect(new Set(all).size).toBe(1_400);
  expect(all.filter((name) => /[aeiouyd]/i.test(name))).toEqual([]);
});

test("rules get their long names back, as their sheet wrote them", () => {
  const css =
    "@media (min-width:40rem){.sm\\:grid>:not(:last-child){--gap:1px;margin:var(--gap)}}.\\32 xl{top:1px}.a.b:hover{--ink:red;color:var(--ink,#fff)}";
  const names = new ShortNames();
  const page = new Set([".sm:grid", ".2xl", ".a", ".b"]);
  const short = usedRules([parseSheet(css, names)], { vocabulary: page, asks: [] }).join("");
  expect(short).not.toMatch(/grid|gap|2xl/);
  expect(withLongNames(short, names)).toBe(css);
});
