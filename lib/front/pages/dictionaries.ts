import { createHash } from "node:crypto";
import { brotliCompressSync, type BrotliOptions } from "node:zlib";
import { encode, encodeWithDictionary, plainBody, type Encoded } from "@/lib/front/pages/encodings";
import type { RememberedPage } from "@/lib/front/pages/page-memory";
import { noScripts } from "@/lib/front/markup/inline-scripts";
import { linkedSheets, stripScriptsAndInlineStyles } from "@/lib/front/markup/strip";
import { allRules } from "@/lib/front/markup/used-rules";
import type { StyleSheets } from "@/lib/front/markup/style-sheets";
import { href } from "@/lib/i18n/href";
import { isLocale, type Locale } from "@/lib/i18n/locales";

/** RFC 9842: what pages have in common. A browser that keeps it gets pages without that. */
export type Dictionary = {
  address: string;
  /** The value of `Available-Dictionary` by which a browser says that it has this one. */
  name: string;
  sha256: Buffer;
  content: Buffer;
  bodies: Encoded;
  headers: Record<string, string>;
};

type Settings = {
  styleSheets: StyleSheets;
  /** @returns the page as Next makes it, or null where there is none now */
  render: (address: string) => Promise<string | null>;
  /** Much of what is on them is on other pages too. */
  samplePages: readonly `/${string}`[];
};

const aYear = 31_536_000;

/** One for each language, made when its first page is sent, and kept until the process ends. */
export class Dictionaries {
  private readonly ready = new Map<string, Dictionary>();
  private readonly underWay = new Set<string>();
  private readonly compressed = new WeakMap<RememberedPage, Buffer | Promise<Buffer>>();

  constructor(private readonly settings: Settings) {}

  /** Of the language in which the page is. Null while there is none yet. */
  forPage(path: string): Dictionary | null {
    const [, locale = ""] = path.split("/");
    if (!canUseDictionaries || this.settings.samplePages.length === 0 || !isLocale(locale))
      return null;
    const dictionary = this.ready.get(locale);
    if (!dictionary) void this.make(locale);
    return dictionary ?? null;
  }

  at(address: string): Dictionary | undefined {
    return [...this.ready.values()].find((dictionary) => dictionary.address === address);
  }

  /** Made for the first browser that has the dictionary, then remembered with the page. */
  compress(page: RememberedPage, dictionary: Dictionary): Buffer | Promise<Buffer> {
    const known = this.compressed.get(page);
    if (known) return known;
    const made = compressBy(dictionary, page).then((body) => {
      this.compressed.set(page, body);
      return body;
    });
    this.compressed.set(page, made);
    return made;
  }

  private async make(locale: Locale): Promise<void> {
    if (this.underWay.has(locale)) return;
    this.underWay.add(locale);
    const { render, samplePages } = this.settings;
    const addresses = samplePages.map((path) => href(locale, path));
    const pages = await Promise.all(addresses.map(render)).catch(() => [null]);
    this.underWay.delete(locale);
    const found = pages.flatMap((page) => page ?? []);
    if (found.length < samplePages.length) return;
    this.ready.set(locale, await dictionaryOf(locale, await this.textOf(found)));
  }

  /** All rules of the style sheets, then the pages, which need none of their own. */
  private async textOf(pages: readonly string[]): Promise<string> {
    const { styleSheets } = this.settings;
    const linked = linkedSheets(pages.join(""), styleSheets);
    const finished = await Promise.all(
      pages.map((page) => stripScriptsAndInlineStyles(page, { styleSheets, scripts: noScripts })),
    );
    const bodies = finished.map(({ html, styles }) => html.replace(styles.join(""), () => ""));
    return [allRules(linked), ...bodies].join("");
  }
}

async function compressBy(
  dictionary: Dictionary,
  { bodies, effort }: RememberedPage,
): Promise<Buffer> {
  return encodeWithDictionary(await plainBody(bodies), dictionary, effort);
}

async function dictionaryOf(locale: Locale, text: string): Promise<Dictionary> {
  const content = Buffer.from(text);
  const sha256 = createHash("sha256").update(content).digest();
  return {
    address: `/dictionaries/${locale}/${sha256.toString("base64url")}`,
    name: `:${sha256.toString("base64")}:`,
    sha256,
    content,
    bodies: await encode(content, "oftenSent"),
    headers: {
      "content-type": "application/octet-stream",
      "cache-control": `public, max-age=${aYear}, immutable`,
      "use-as-dictionary": `match="/${locale}*", match-dest=("document")`,
    },
  };
}

/** Before Node 24, zlib ignores a dictionary. */
export const canUseDictionaries = ((): boolean => {
  const words = Buffer.from(Array.from({ length: 200 }, (_, index) => `${index * 7919}`).join());
  const options: BrotliOptions & { dictionary: Buffer } = { dictionary: words };
  return brotliCompressSync(words, options).length < brotliCompressSync(words).length / 2;
})();
