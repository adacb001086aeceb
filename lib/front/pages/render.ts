import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from "node:http";
import inject from "light-my-request";
import { statusOf } from "@/lib/front/markup/status-meta";

/** Settles when Next has done its work. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Rendered = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** The text of each style element in it, by which a policy allows them. */
  styles: readonly string[];
};

export type Finished = { html: string; styles: readonly string[] };

type RenderRequest = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body?: Buffer;
  remoteAddress?: string;
};

/** The others belong to Next's connection or are made anew. Cookies are never passed on. */
const keptHeaders = ["content-type", "location", "retry-after", "allow"];

export async function renderPage(
  next: NextHandler,
  finish: (html: string) => Promise<Finished>,
  { method, body, headers, ...request }: RenderRequest,
): Promise<Rendered> {
  // Next would otherwise compress the page, and it could not be read here.
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
    styles: [],
  };
  if (isEmptyPage(rendered)) return { ...rendered, body: Buffer.alloc(0) };
  if (!isHtml(rendered)) return rendered;
  const status = statusOf(answer.payload) ?? rendered.status;
  const { html, styles } = await finish(answer.payload);
  return { ...rendered, status, body: Buffer.from(html), styles };
}

const isHtml = ({ headers }: Pick<Rendered, "headers">): boolean =>
  headers["content-type"]?.startsWith("text/html") ?? false;

// After `notFound()` or an error, Next's page is empty until scripts fill it; if an action throws,
// it is three words of plain text. https://github.com/vercel/next.js/issues/62228
export function isEmptyPage({ status, headers }: Pick<Rendered, "status" | "headers">): boolean {
  const type = headers["content-type"] ?? "text/html";
  return status === 404 ? type.startsWith("text/html") : status >= 500 && type.startsWith("text/");
}
