import fresh from "fresh";
import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding, decode, encodeAs, type Encoding } from "@/lib/front/encodings";
import type { RememberedPage } from "@/lib/front/page-memory";
import type { Rendered } from "@/lib/front/render";

/** For a moment a proxy need not ask again; while this site is down it may show what it has. */
const cacheable = "public, max-age=0, s-maxage=2, stale-if-error=86400";

/**
 * Sends a remembered page in the form that the browser takes, or nothing but its tag where the
 * browser has it.
 * @param headers further ones, names and values in turn: in this form and all at once, Node sends
 *   them fastest
 */
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

/**
 * Nothing keeps a page for one reader. The page that answers a form is kept by its reader's browser
 * alone, which shows it again when the reader goes back to it: with `no-store`, Chromium shows an
 * error (ERR_CACHE_MISS) there.
 */
const cacheControlOf = ({ method }: IncomingMessage): string =>
  method === "POST" ? "private, no-cache" : "private, no-store";

/**
 * Sends what is not remembered: redirects, pages for one reader, and the news that there is no page
 * now. Nobody on the way keeps it.
 */
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
