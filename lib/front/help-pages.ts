import { STATUS_CODES, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { Rendered } from "@/lib/front/render";
import { href } from "@/lib/i18n/href";
import { isLocale, negotiateLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Everything that sends; the last one ends the answer. */
const sending = ["writeHead", "flushHeaders", "write", "end"] as const;

/** Pages of the site that are shown in place of others, in every language. */
const noSuchPage = "/no-such-page";
const noSuchApplication = "/no-such-application";
const noSuchEndorsement = "/no-such-endorsement";
const outOfOrder = "/out-of-order";
const sentFromElsewhere = "/sent-from-elsewhere";
const sentTooMuch = "/sent-too-much";

export type Help = {
  /** Renders a page of the site without scripts. */
  render: (address: string) => Promise<Rendered>;
  /** Whether the database can be reached at this moment. */
  isReachable: () => Promise<boolean>;
  /** What a page without scripts may do, wherever it is shown. */
  policy: string;
};

/**
 * Gives visitors a page where Next gives them an empty one. Next answers `notFound()` and a page that throws with a document that has no content
 * until scripts fill it (https://github.com/vercel/next.js/issues/62228). Such a document is held back here, and a page that needs no scripts
 * is sent with the same status. Data that fails has no content at all: programs are told what is wrong.
 */
export function withHelpPages(next: RequestListener, help: Help): RequestListener {
  return (request, response) => {
    onEmptyPage(response, () => void sendHelpPage(request, response, help));
    next(request, response);
  };
}

/** Lets an answer pass unless it turns out to be an empty page: then nothing of it is sent, and `replace` sends what it likes. */
function onEmptyPage(response: ServerResponse, replace: () => void): void {
  for (const method of sending) {
    const send = response[method].bind(response) as (...args: unknown[]) => unknown;
    const sendUnlessEmpty = (...args: unknown[]) => {
      if (method === "writeHead") noteHead(response, args);
      if (!isEmptyPage(response)) return send(...args);
      if (method !== "end") return method === "write" ? true : response;
      for (const replaced of sending) Reflect.deleteProperty(response, replaced);
      replace();
      return response;
    };
    Object.assign(response, { [method]: sendUnlessEmpty });
  }
}

/** What comes with the sending can be asked for before anything is sent. */
function noteHead(response: ServerResponse, [status, ...rest]: unknown[]): void {
  response.statusCode = Number(status);
  const headers = rest.at(-1);
  if (headers && typeof headers === "object" && !Array.isArray(headers)) response.setHeaders(new Map(Object.entries(headers)));
}

function isEmptyPage(response: ServerResponse): boolean {
  const isFailure = response.statusCode === 404 || response.statusCode >= 500;
  const type = response.getHeader("content-type");
  if (!isFailure || response.headersSent) return false;
  // A form whose action throws is answered by Next with three words of plain text.
  return type === undefined || String(type).startsWith(response.statusCode === 404 ? "text/html" : "text/");
}

/** Sends the page that helps with the status of the response, a failure for want of the database as 503. Programs get the same as data. */
export async function sendHelpPage(request: IncomingMessage, response: ServerResponse, { render, isReachable, policy }: Help): Promise<void> {
  if (response.statusCode >= 500 && !(await isReachable())) {
    response.statusCode = 503;
    response.setHeader("retry-after", "10");
  }
  for (const header of headersOfTheEmptyPage) response.removeHeader(header);
  response.setHeader("content-security-policy", policy);
  response.setHeader("cache-control", "no-store");
  if (request.url?.startsWith("/data/")) return sendProblem(response);

  const locale = visitorsLocale(request);
  const { status, body } = await render(href(locale, pageFor(request, response.statusCode))).catch(() => failed);
  response.setHeader("content-type", status === 200 ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
  response.end(status === 200 ? body : translator(locale, "error")("lead"));
}

/** RFC 9457: what is wrong, for programs. */
function sendProblem(response: ServerResponse): void {
  const { statusCode: status } = response;
  response.setHeader("content-type", "application/problem+json");
  response.end(JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status }));
}

function pageFor(request: IncomingMessage, status: number): `/${string}` {
  if (status === 403) return sentFromElsewhere;
  if (status === 413) return sentTooMuch;
  if (status >= 500) return outOfOrder;
  return pageForMissing(request);
}

/** A link from a mail that leads nowhere needs other help than an address that was mistyped. */
function pageForMissing(request: IncomingMessage): `/${string}` {
  const [, , room] = (request.url ?? "").toLowerCase().split("/");
  if (room === "applications") return noSuchApplication;
  return room === "endorsements" ? noSuchEndorsement : noSuchPage;
}

const failed = { status: 500, body: Buffer.alloc(0) };

const headersOfTheEmptyPage = ["content-length", "content-encoding", "etag", "link", "vary"];

/** The language of the address, or the one that the browser asks for where the address has none. */
function visitorsLocale(request: IncomingMessage): Locale {
  const [, first = ""] = (request.url ?? "").split(/[/?]/);
  return isLocale(first) ? first : negotiateLocale(request.headers["accept-language"] ?? null);
}
