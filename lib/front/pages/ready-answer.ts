import fresh from "fresh";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding } from "@/lib/front/pages/encodings";
import type { RememberedPage } from "@/lib/front/pages/page-memory";

/** How a page is sent: `dcb` is brotli by a dictionary that the browser has. */
export type Form = Encoding | "dcb";

/** The head of an answer, all but what depends on who asks. Names and values stand in turn. */
export type ReadyAnswer = {
  status: number;
  head: string[];
  /** For who has the page already, by the ETag of what they have. */
  unchanged: { etag: string; head: string[] }[];
};

/** Proxies may keep a page for 2 s, and show it for a day while this site is down. */
const cacheable = "public, max-age=0, s-maxage=2, stale-if-error=86400";

type Made = { form: Form; vary: string; length: number; headers: readonly string[] };

export function readyAnswer(
  { status, tag, contentType }: RememberedPage,
  { form, vary, length, headers }: Made,
): ReadyAnswer {
  const isFound = status === 200;
  const headWith = (etag: string) => [
    ...headers,
    ...["vary", vary, "etag", etag],
    ...["cache-control", isFound ? cacheable : "no-store"],
  ];
  const etag = `"${tag}-${form}"`;
  // Who has kept the page as brotli need not fetch it anew in order to have it by a dictionary.
  const known = form === "dcb" ? [etag, `"${tag}-br"`] : [etag];
  return {
    status,
    head: [
      ...headWith(etag),
      ...["content-type", contentType, "content-length", String(length)],
      ...(form === "identity" ? [] : ["content-encoding", form]),
    ],
    unchanged: isFound ? known.map((each) => ({ etag: each, head: headWith(each) })) : [],
  };
}

// Thousands of times a second: nothing here may wait, nor be made anew for each visitor.
export function sendReady(
  request: IncomingMessage,
  response: ServerResponse,
  { status, head, unchanged }: ReadyAnswer,
  body: Buffer,
): void {
  const { headers } = request;
  if (headers["if-none-match"] !== undefined) {
    const kept = unchanged.find(({ etag }) => fresh(headers, { etag }));
    if (kept) return void response.writeHead(304, kept.head).end();
  }
  response.writeHead(status, head);
  response.end(request.method === "HEAD" ? undefined : body);
}
