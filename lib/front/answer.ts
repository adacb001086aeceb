import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dictionary } from "@/lib/front/dictionaries";
import { chooseEncoding, encodeAs, plainBody } from "@/lib/front/encodings";
import type { RememberedPage } from "@/lib/front/page-memory";
import { readyAnswer, sendReady } from "@/lib/front/ready-answer";
import type { Rendered } from "@/lib/front/render";
import { speculationRules } from "@/lib/front/speculation";

/** Under the headers that the answer has already. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: RememberedPage,
): Promise<void> {
  const { bodies } = page;
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  const isPlain = "identity" in bodies || encoding === "identity";
  const body = isPlain ? await plainBody(bodies) : bodies[encoding];
  const form = isPlain ? "identity" : encoding;
  const { length } = body;
  const answer = readyAnswer(page, { form, vary: "Accept-Encoding", length, headers: [] });
  sendReady(request, response, answer, body);
}

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
