import fresh from "fresh";
import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding, decode, encodeAs, type Encoding } from "@/lib/front/encodings";
import type { RememberedPage } from "@/lib/front/page-memory";
import type { Rendered } from "@/lib/front/render";

/** Proxies may keep a page for 2 s, and show it for a day while this site is down. */
const cacheable = "public, max-age=0, s-maxage=2, stale-if-error=86400";

/** @param headers names and values in turn, the form that Node sends fastest */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: RememberedPage,
  headers: readonly string[],
): Promise<void> {
  const { bodies } = page;
  const encoding =
    "identity" in bodies ? "identity" : chooseEncoding(request.headers["accept-encoding"]);
  const tag = `"${page.tag}-${encoding}"`;
  const always = [
    ...headers,
    "vary",
    "Accept-Encoding",
    "etag",
    tag,
    "cache-control",
    page.status === 200 ? cacheable : "no-store",
  ];
  if (page.status === 200 && fresh(request.headers, { etag: tag }))
    return void response.writeHead(304, always).end();

  const body = await bodyOf(bodies, encoding);
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

function bodyOf(bodies: RememberedPage["bodies"], encoding: Encoding): Buffer | Promise<Buffer> {
  if ("identity" in bodies) return bodies.identity;
  return encoding === "identity" ? decode(bodies) : bodies[encoding];
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
