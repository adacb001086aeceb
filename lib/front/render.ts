import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import inject from "light-my-request";

/** What `next().getRequestHandler()` gives: it settles when Next has done its work. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What a render gave: a page, a redirect, or Next's way to say that there is none. */
export type Rendered = { status: number; headers: Record<string, string>; body: Buffer };

type RenderRequest = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Buffer;
  /** The other end of the connection. */
  remoteAddress?: string;
};

/**
 * Of Next's answer. All others belong to its connection or are made anew; a cookie is never among
 * them.
 */
const keptHeaders = ["content-type", "location", "retry-after", "allow"];

/**
 * Has Next answer a request inside this process.
 * @param finish what is still done to HTML before it leaves
 */
export async function renderPage(
  next: NextHandler,
  finish: (html: string) => Promise<string>,
  { method, body, headers, ...request }: RenderRequest,
): Promise<Rendered> {
  // Compressed by Next, the page could not be read here.
  const plain = { ...headers, "accept-encoding": "identity" };
  const dispatch: RequestListener = (asked, answered) =>
    void next(asked, answered).catch((error: unknown) => answered.destroy(error as Error));
  const question = { ...request, headers: plain, method: method as "GET", payload: body };
  const answer = await inject(dispatch, question);
  const kept = keptHeaders.flatMap((name) => {
    const value = answer.headers[name];
    return value === undefined ? [] : [[name, String(value)]];
  });
  const rendered = {
    status: answer.statusCode,
    headers: Object.fromEntries(kept) as Record<string, string>,
    body: answer.rawPayload,
  };
  if (isEmptyPage(rendered)) return { ...rendered, body: Buffer.alloc(0) };
  return isHtml(rendered)
    ? { ...rendered, body: Buffer.from(await finish(answer.payload)) }
    : rendered;
}

const isHtml = ({ headers }: Rendered): boolean =>
  headers["content-type"]?.startsWith("text/html") ?? false;

/**
 * Next answers `notFound()` and a page that throws with a document that has no content until
 * scripts fill it (https://github.com/vercel/next.js/issues/62228), and a form whose action throws
 * with three words of plain text.
 */
export function isEmptyPage({ status, headers }: Pick<Rendered, "status" | "headers">): boolean {
  const type = headers["content-type"] ?? "text/html";
  return status === 404 ? type.startsWith("text/html") : status >= 500 && type.startsWith("text/");
}
