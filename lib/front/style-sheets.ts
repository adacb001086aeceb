import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** By the address under which a page links them. */
export type StyleSheets = ReadonlyMap<string, string>;

export function readStyleSheets(folder = ".next/static"): StyleSheets {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".css"),
  );
  const sheets = names.map(
    (name) => [`/_next/static/${name}`, readFileSync(join(folder, name), "utf8")] as const,
  );
  return new Map(
    sheets
      .filter(([, css]) => canStandInside(css))
      .map(([address, css]) => [address, fromAnywhere(css, address)]),
  );
}

/** `</style` in its text would end the style element of the page. */
const canStandInside = (css: string): boolean => !/<\/style/i.test(css);

/** Addresses of fonts are relative to the sheet, and would be wrong inside a page. */
export const fromAnywhere = (css: string, address: string): string =>
  css.replace(/url\((['"]?)(?!data:)([^'")]+)\1\)/g, (_, quote: string, reference: string) => {
    const { origin, href } = new URL(reference, `http://site.invalid${address}`);
    return `url(${quote}${origin === "http://site.invalid" ? href.slice(origin.length) : href}${quote})`;
  });
