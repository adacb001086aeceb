import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dictionary } from "@/lib/front/pages/dictionaries";
import { bodyIn, chooseEncoding, encodeAs } from "@/lib/front/pages/encodings";
import type { RememberedPage } from "@/lib/front/pages/page-memory";
import { readyAnswer, sendReady } from "@/lib/front/pages/ready-answer";
import type { Rendered } from "@/lib/front/pages/render";
import { speculationRules } from "@/lib/front/speculation";

/** Under the headers that the answer has already. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: RememberedPage,
): Promise<void> {
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  const form = "identity" in page.bodies ? "identity" : encoding;
  const body = await bodyIn(form, page.bodies);
  const { length } = body;
  const answer = readyAnswer(page, { form, vary: "Accept-Encoding", length, headers: [] });
  sendReady(request, response, answer, body);
}

export async function sendDictionary(
  request: IncomingMessage,
  response: ServerResponse,
  { bodies, headers }: Dictionary,
): Promise<void> {
  const encoding = chooseEncoding(request.headers["accept-encoding"]) === "gzip" ? "gzip" : "br";
  const body = await bodyIn(encoding, bodies);
  response.writeHead(200, {
    ...headers,
    vary: "Accept-Encoding",
    "content-encoding": encoding,
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
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
