import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { get, type Answered } from "@/tests/bench/front/ask";
import { percentile, withThousands, type Figure } from "@/tests/bench/table";
import type { SiteProcess } from "@/tests/support/processes/site-process";

const firstPageLimit = 9_000;
const furtherPageLimit = 3_000;
const joinFormLimit = 14_000;

/** The site makes a dictionary beside its other work. */
const dictionaryTries = 60;

type Weighed = { path: string; bytes: number };

/**
 * Bytes of all public pages, which have their styles inside: as the first of a visit, and as a
 * further one, by the site's dictionary.
 */
export async function weigh({ url }: SiteProcess): Promise<Figure[]> {
  const paths = await listPaths(url);
  const dictionary = await fetchDictionary(url, paths[0] ?? "/en");
  const firsts: Weighed[] = [];
  const further: Weighed[] = [];
  for (const path of paths) {
    firsts.push({ path, bytes: (await get(url + path)).body.length });
    const page = await askForFurther(url + path, dictionary);
    if (page.headers["content-encoding"] === "dcb") further.push({ path, bytes: page.body.length });
  }
  const largest = bySize(firsts)[0];
  const again = await get(url + (paths[0] ?? ""), {
    "accept-encoding": "br, gzip",
    "if-none-match": String((await get(url + (paths[0] ?? ""))).headers.etag),
  });
  const above = bySize(further).filter(({ bytes }) => bytes > furtherPageLimit);
  return [
    {
      what: `HTML and CSS, the largest of ${firsts.length} public pages`,
      limit: asBytes(firstPageLimit),
      measured: `${asBytes(largest?.bytes ?? NaN)} (${largest?.path ?? "none"})`,
    },
    {
      what: `HTML and CSS, the middle one of them`,
      measured: asBytes(median(firsts)),
    },
    {
      what: "A page again, in the browser's cache, with its head",
      measured: `${asBytes(again.bytesOnTheWire)} (${again.status})`,
    },
    {
      what: `A further page of a visit, the middle one of ${further.length}`,
      limit: asBytes(furtherPageLimit),
      measured: asBytes(median(further)),
    },
    {
      what: "Further pages above that",
      limit: "none",
      measured: above.map(({ path, bytes }) => `${path} ${withThousands(bytes)}`).join(", "),
    },
    await weighJoinForm(url),
  ];
}

async function weighJoinForm(url: string): Promise<Figure> {
  const form = await get(`${url}/en/join`);
  const html = (await get(`${url}/en/join`, {})).body.toString();
  const scripts = html.match(/<script(?![^>]*ld\+json)/g)?.length ?? 0;
  return {
    what: "The form to join as it is first seen",
    limit: `${asBytes(joinFormLimit)}, 1 script element`,
    measured: `${asBytes(form.body.length)}, ${scripts} script element`,
  };
}

async function listPaths(url: string): Promise<string[]> {
  const sitemap = (await get(`${url}/sitemap.xml`, {})).body.toString();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
}

/** Gives the value of `Available-Dictionary` by which a browser says that it has it. */
async function fetchDictionary(url: string, path: string): Promise<string> {
  for (let attempt = 0; attempt < dictionaryTries; attempt++) {
    const { link = "" } = (await get(url + path)).headers;
    const [, address] = /<([^>]+)>; rel="compression-dictionary"/.exec(String(link)) ?? [];
    if (address) {
      const { body } = await get(url + address, { "accept-encoding": "br" });
      const content = brotliDecompressSync(body);
      return `:${createHash("sha256").update(content).digest("base64")}:`;
    }
    await pause(1_000);
  }
  throw new Error("The site offers no dictionary.");
}

/** The page by the dictionary is made beside the first answers. */
async function askForFurther(url: string, dictionary: string): Promise<Answered> {
  const headers = { "accept-encoding": "br, dcb", "available-dictionary": dictionary };
  for (let attempt = 1; ; attempt++) {
    const page = await get(url, headers);
    if (page.headers["content-encoding"] === "dcb" || attempt === dictionaryTries) return page;
    await pause(100);
  }
}

const bySize = (pages: readonly Weighed[]): Weighed[] =>
  [...pages].sort((one, other) => other.bytes - one.bytes);

const median = (pages: readonly Weighed[]): number =>
  percentile(
    pages.map(({ bytes }) => bytes),
    0.5,
  );

const asBytes = (bytes: number): string => `${withThousands(bytes)} bytes`;
