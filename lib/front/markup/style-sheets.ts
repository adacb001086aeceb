import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ShortNames } from "@/lib/front/markup/short-names";
import { parseSheet, type ParsedSheet } from "@/lib/front/markup/parsed-sheet";

export type StyleSheets = {
  /** By the address under which a page links them. */
  sheets: ReadonlyMap<string, ParsedSheet>;
  names: ShortNames;
};

export const noStyleSheets: StyleSheets = { sheets: new Map(), names: new ShortNames() };

export function readStyleSheets(folder = ".next/static"): StyleSheets {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".css"),
  );
  const sheets = names.map(
    (name) => [`/_next/static/${name}`, readFileSync(join(folder, name), "utf8")] as const,
  );
  return parseStyleSheets(
    sheets.map(([address, css]) => [address, asInside(fromAnywhere(css, address))]),
  );
}

export function parseStyleSheets(sheets: (readonly [address: string, css: string])[]): StyleSheets {
  const names = new ShortNames();
  return {
    sheets: new Map(sheets.map(([address, css]) => [address, parseSheet(css, names)])),
    names,
  };
}

/** `</style` in a string would end the style element of the page. */
const asInside = (css: string): string => css.replace(/<\/(?=style)/gi, "<\\/");

/** Addresses of fonts are relative to the sheet, and would be wrong inside a page. */
export const fromAnywhere = (css: string, address: string): string =>
  css.replace(/url\((['"]?)(?!data:)([^'")]+)\1\)/g, (_, quote: string, reference: string) => {
    const { origin, href } = new URL(reference, `http://site.invalid${address}`);
    return `url(${quote}${origin === "http://site.invalid" ? href.slice(origin.length) : href}${quote})`;
  });
