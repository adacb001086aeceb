import type { IncomingHttpHeaders, RequestListener } from "node:http";
import type { Readable } from "node:stream";
import inject from "light-my-request";

/** What a render gave: a page, a redirect, or a page that says that there is none. */
export type Rendered = { status: number; headers: Record<string, string>; body: Buffer };

type Request = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Readable;
  /** The other end of the connection. */
  remoteAddress?: string;
  /** Ends the render when nobody waits for it any more. */
  signal?: AbortSignal;
};

/** Of Next's answer. All others belong to its connection or are made anew; a cookie is never among them. */
const keptHeaders = ["content-type", "location", "retry-after", "allow"];

/**
 * Has Next answer a request inside this process.
 * @param finish what is still done to HTML before it leaves
 */
export async function renderPage(next: RequestListener, finish: (html: string) => Promise<string>, { method, body, headers, ...request }: Request): Promise<Rendered> {
  // Compressed by Next, the page could not be read here.
  const plain = { ...headers, "accept-encoding": "identity" };
  const answer = await inject(next, { ...request, headers: plain, method: method as "GET", payload: body });
  const kept = keptHeaders.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, String(answer.headers[name])]]));
  const isHtml = String(answer.headers["content-type"]).startsWith("text/html");
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(kept) as Record<string, string>,
    body: isHtml ? Buffer.from(await finish(answer.payload)) : answer.rawPayload,
  };
}
