import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Style sheets as they may stand inside a page, by the address under which a page links them. */
export type StyleSheets = ReadonlyMap<string, string>;

/** Reads those of the build. */
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

/** In a page, text that looks like the end of its style element would be that end. */
const canStandInside = (css: string): boolean => !/<\/style/i.test(css);

/**
 * A sheet names its fonts as seen from itself. Inside a page that would mean another place.
 * @param address where the sheet itself is served
 */
export const fromAnywhere = (css: string, address: string): string =>
  css.replace(/url\((['"]?)(?!data:)([^'")]+)\1\)/g, (_, quote: string, reference: string) => {
    const { origin, href } = new URL(reference, `http://site.invalid${address}`);
    return `url(${quote}${origin === "http://site.invalid" ? href.slice(origin.length) : href}${quote})`;
  });
