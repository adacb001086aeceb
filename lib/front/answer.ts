import fresh from "fresh";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dictionary } from "@/lib/front/dictionaries";
import {
  acceptsDictionaries,
  chooseEncoding,
  decode,
  encodeAs,
  type Encoding,
} from "@/lib/front/encodings";
import type { RememberedPage } from "@/lib/front/page-memory";
import type { Rendered } from "@/lib/front/render";
import { speculationRules } from "@/lib/front/speculation";

/** Proxies may keep a page for 2 s, and show it for a day while this site is down. */
const cacheable = "public, max-age=0, s-maxage=2, stale-if-error=86400";

/** How the body of a page is made smaller where the browser has a dictionary. */
export type ByDictionary = Pick<Dictionary, "name"> & { compress: () => Promise<Buffer> };

/** @param headers names and values in turn, the form that Node sends fastest */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: RememberedPage,
  headers: readonly string[],
  byDictionary?: ByDictionary,
): Promise<void> {
  const { bodies } = page;
  const isByDictionary = byDictionary !== undefined && hasDictionary(request, byDictionary);
  const encoding = isByDictionary ? "dcb" : encodingOf(request, page);
  const tagOf = (name: string) => `"${page.tag}-${name}"`;
  // Who has kept the page as brotli need not fetch it anew in order to have it by a dictionary.
  const known = (isByDictionary ? ["dcb", "br"] : [encoding]).map(tagOf);
  const unchanged =
    page.status === 200 ? known.find((etag) => fresh(request.headers, { etag })) : undefined;
  const always = [
    ...headers,
    "vary",
    byDictionary ? "Accept-Encoding, Available-Dictionary" : "Accept-Encoding",
    "etag",
    unchanged ?? tagOf(encoding),
    "cache-control",
    page.status === 200 ? cacheable : "no-store",
  ];
  if (unchanged) return void response.writeHead(304, always).end();

  const body = isByDictionary
    ? await byDictionary.compress()
    : await bodyOf(bodies, encodingOf(request, page));
  const encoded = encoding === "identity" ? [] : ["content-encoding", encoding];
  response.writeHead(page.status, [
    ...always,
    "content-type",
    page.contentType,
    "content-length",
    String(body.length),
    ...encoded,
  ]);
  response.end(request.method === "HEAD" ? undefined : body);
}

const hasDictionary = ({ headers }: IncomingMessage, { name }: ByDictionary): boolean =>
  headers["available-dictionary"] === name && acceptsDictionaries(headers["accept-encoding"]);

const encodingOf = ({ headers }: IncomingMessage, { bodies }: RememberedPage): Encoding =>
  "identity" in bodies ? "identity" : chooseEncoding(headers["accept-encoding"]);

export function sendDictionary(
  request: IncomingMessage,
  response: ServerResponse,
  { bodies, headers }: Dictionary,
): void {
  const encoding = chooseEncoding(request.headers["accept-encoding"]) === "gzip" ? "gzip" : "br";
  response.writeHead(200, {
    ...headers,
    vary: "Accept-Encoding",
    "content-encoding": encoding,
    "content-length": bodies[encoding].length,
  });
  response.end(request.method === "HEAD" ? undefined : bodies[encoding]);
}

function bodyOf(bodies: RememberedPage["bodies"], encoding: Encoding): Buffer | Promise<Buffer> {
  if ("identity" in bodies) return bodies.identity;
  return encoding === "identity" ? decode(bodies) : bodies[encoding];
}

export function sendSpeculationRules(
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, {
    "content-type": "application/speculationrules+json",
    "cache-control": "public, max-age=86400",
  });
  response.end(method === "HEAD" ? undefined : speculationRules);
  return Promise.resolve();
}

/** After a form, `no-store` would make Chromium show ERR_CACHE_MISS to readers who go back. */
const cacheControlOf = ({ method }: IncomingMessage): string =>
  method === "POST" ? "private, no-cache" : "private, no-store";

export async function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Rendered,
): Promise<void> {
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  const sent = await encodeAs(encoding, body, "sentOnce");
  response.writeHead(status, {
    ...headers,
    vary: "Accept-Encoding",
    "cache-control": cacheControlOf(request),
    "content-length": sent.length,
    ...(encoding !== "identity" && sent.length > 0 && { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : sent);
}
