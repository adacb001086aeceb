import type { IncomingMessage, ServerResponse } from "node:http";
import { href } from "@/lib/i18n/href";
import { isLocale, negotiateLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Everything that sends; the last one ends the answer. */
const sending = ["writeHead", "flushHeaders", "write", "end"] as const;

/** Pages of the site that are shown in place of others, in every language. */
const noSuchPage = "/no-such-page";
const outOfOrder = "/out-of-order";

/**
 * Gives visitors a page where Next gives them an empty one. Next answers `notFound()` and a page that throws with a document that has no content
 * until scripts fill it (https://github.com/vercel/next.js/issues/62228). Such a document is held back here, and a page that needs no scripts
 * is sent with the same status.
 */
export function withHelpPages(answer: Answer): Answer {
  const helpPages = new Map<string, string>();

  return (request, response) => {
    onEmptyPage(response, () => void sendHelpPage(request, response, helpPages));
    return answer(request, response);
  };
}

/** Lets an answer pass unless it turns out to be an empty page: then nothing of it is sent, and `replace` sends what it likes. */
function onEmptyPage(response: ServerResponse, replace: () => void): void {
  for (const method of sending) {
    const send = response[method] as (...args: unknown[]) => unknown;
    const sendUnlessEmpty = (...args: unknown[]) => {
      if (method === "writeHead") response.statusCode = Number(args[0]);
      if (!isEmptyPage(response)) return send.apply(response, args);
      if (method !== "end") return method === "write" ? true : response;
      for (const replaced of sending) Reflect.deleteProperty(response, replaced);
      replace();
      return response;
    };
    Object.assign(response, { [method]: sendUnlessEmpty });
  }
}

function isEmptyPage(response: ServerResponse): boolean {
  const isFailure = response.statusCode === 404 || response.statusCode >= 500;
  return isFailure && !response.headersSent && String(response.getHeader("content-type")).startsWith("text/html");
}

async function sendHelpPage(request: IncomingMessage, response: ServerResponse, helpPages: Map<string, string>): Promise<void> {
  const locale = visitorsLocale(request);
  const address = href(locale, response.statusCode === 404 ? noSuchPage : outOfOrder);
  const page = helpPages.get(address) ?? (await fetchPage(request, address));
  if (page) helpPages.set(address, page);

  for (const header of response.getHeaderNames()) response.removeHeader(header);
  response.setHeader("content-type", page ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  response.setHeader("vary", "Accept-Language");
  response.end(page ?? translator(locale, "error")("lead"));
}

/** The language of the address, or the one that the browser asks for where the address has none. */
function visitorsLocale(request: IncomingMessage): Locale {
  const [, first = ""] = (request.url ?? "").split(/[/?]/);
  return isLocale(first) ? first : negotiateLocale(request.headers["accept-language"] ?? null);
}

/** Asks this very process for one of its pages; null when it cannot give it. */
async function fetchPage(request: IncomingMessage, address: string): Promise<string | null> {
  // The help page itself failed: asking for it again would never end.
  if (request.url === address) return null;
  const answer = await fetch(`http://127.0.0.1:${request.socket.localPort}${address}`).catch(() => null);
  return answer?.ok ? answer.text() : null;
}
