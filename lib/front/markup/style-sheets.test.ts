import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromAnywhere, readStyleSheets } from "@/lib/front/markup/style-sheets";
import { usedRules } from "@/lib/front/markup/used-rules";

const inBuild = (css: string) => fromAnywhere(css, "/_next/static/chunks/site.css");

test("what a sheet names as seen from itself is found from any page", () => {
  expect(inBuild("src:url(../media/hyperlegible.woff2)format('woff2')")).toBe(
    "src:url(/_next/static/media/hyperlegible.woff2)format('woff2')",
  );
  expect(inBuild(`background:url("dots.svg"), url('/icon.svg')`)).toBe(
    `background:url("/_next/static/chunks/dots.svg"), url('/icon.svg')`,
  );
});

test("what a sheet holds itself, or fetches from elsewhere, is left alone", () => {
  const css = `a{b:url(data:image/svg+xml;base64,AAAA)}c{d:url("https://elsewhere.example/e.png")}`;
  expect(inBuild(css)).toBe(css);
});

test("the build's sheets are read, and none of them can end its own style element", () => {
  const folder = mkdtempSync(join(tmpdir(), "coalition-styles-"));
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks", "site.css"), "@font-face{src:url(../media/b.woff2)}");
  writeFileSync(join(folder, "chunks", "site.css.br"), "compressed");
  writeFileSync(join(folder, "chunks", "odd.css"), 'a::after{content:"</STYLE><script>"}');
  const { sheets } = readStyleSheets(folder);
  const page = { vocabulary: new Set(["a"]), asks: [] };
  const inside = [...sheets].map(([address, sheet]) => [address, ...usedRules([sheet], page)]);
  expect(Object.fromEntries(inside)).toEqual({
    "/_next/static/chunks/site.css": "@font-face{src:url(/_next/static/media/b.woff2)}",
    "/_next/static/chunks/odd.css": 'a::after{content:"<\\/STYLE><script>"}',
  });
  rmSync(folder, { recursive: true });
});
