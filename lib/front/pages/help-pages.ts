import type { IncomingMessage, ServerResponse } from "node:http";
import { sendPage } from "@/lib/front/pages/answer";
import { plainBody } from "@/lib/front/pages/encodings";
import { isSentByScript } from "@/lib/front/requests/inbound";
import { keepAnswers } from "@/lib/front/pages/kept-answers";
import { PageMemory, type RememberedPage, type SiteState } from "@/lib/front/pages/page-memory";
import { isEmptyPage, type NextHandler, type Rendered } from "@/lib/front/pages/render";
import { isShared, mayBeFramed } from "@/lib/front/routes";
import { setSharedHeaders } from "@/lib/front/security-headers";
import { href } from "@/lib/i18n/href";
import { isLocale, negotiateLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { problemOf, problemType } from "@/lib/problem";

const pages = {
  noSuchPage: "/no-such-page",
  noSuchApplication: "/no-such-application",
  noSuchMembership: "/no-such-membership",
  noSuchEndorsement: "/no-such-endorsement",
  serverError: "/server-error",
  busy: "/busy",
  busyWithAnswers: "/busy-with-answers",
  sentFromElsewhere: "/sent-from-elsewhere",
  sentTooMuch: "/sent-too-much",
  sentTooSlowly: "/sent-too-slowly",
} as const;

type HelpPage = (typeof pages)[keyof typeof pages];

type Settings = {
  render: (address: string) => Promise<Rendered>;
  state: () => SiteState;
  isReachable: () => Promise<boolean>;
  policy: (styles: Rendered["styles"]) => string;
  /** Of what other sites show in a frame. */
  framedPolicy: string;
};

const memoryBytes = 4_000_000;

const retryAfterSeconds = { busy: "5", serverError: "10" };

/** They need no slot of the work queue, so they are there when everything else is taken. */
export class HelpPages {
  private readonly memory: PageMemory;

  constructor(private readonly settings: Settings) {
    const { render, state } = settings;
    this.memory = new PageMemory({ maxBytes: memoryBytes, render, state });
  }

  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (response.statusCode === 500 && !(await this.settings.isReachable())) {
      response.statusCode = 503;
      response.setHeader("retry-after", retryAfterSeconds.serverError);
    }
    await this.sendPage(request, response, pageFor(request, response.statusCode));
  }

  /** @param body of a form: its answers are put into the page, to be sent once more */
  async sendBusy(request: IncomingMessage, response: ServerResponse, body?: Buffer): Promise<void> {
    response.statusCode = 503;
    response.setHeader("retry-after", retryAfterSeconds.busy);
    const answers = body && !isSentByScript(request) && (await keepAnswers(request, body));
    if (!answers) return this.sendPage(request, response, pages.busy);
    await this.sendPage(request, response, pages.busyWithAnswers, answers);
  }

  private async sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    helpPage: HelpPage,
    change?: (html: string) => string,
  ): Promise<void> {
    for (const header of headersOfTheReplacedPage) response.removeHeader(header);
    response.setHeader("content-security-policy", this.settings.policy([]));
    response.setHeader("cache-control", "no-store");
    const locale = visitorsLocale(request);
    const [path = ""] = (request.url ?? "").split("?");
    if (isShared(path)) setSharedHeaders(response);
    if (isFrame(path)) {
      response.setHeader("content-security-policy", this.settings.framedPolicy);
      return sendSentence(response, sentenceInFrame(response, locale));
    }
    if (isSentByScript(request) || path.startsWith("/data/") || isShared(path))
      return sendProblem(response);

    const page = await this.find(href(locale, helpPage));
    if (!page) return sendSentence(response, translator(locale, "error")("lead"));
    response.setHeader("content-security-policy", this.settings.policy(page.styles));
    if (change) return sendChanged(response, page, change);
    await sendPage(request, response, { ...page, status: response.statusCode });
  }

  private async find(address: string): Promise<RememberedPage | null> {
    const answer = await this.memory.answer(address).catch(() => null);
    return answer && "page" in answer && answer.page.status === 200 ? answer.page : null;
  }
}

const isFrame = (path: string): boolean => mayBeFramed(path) && !path.endsWith(".svg");

const sentenceInFrame = ({ statusCode }: ServerResponse, locale: Locale): string =>
  statusCode === 404 ? translator(locale, "embed")("gone") : translator(locale, "error")("lead");

function sendProblem(response: ServerResponse): void {
  response.setHeader("content-type", problemType);
  response.end(JSON.stringify(problemOf(response.statusCode)));
}

async function sendChanged(
  response: ServerResponse,
  { bodies, contentType }: RememberedPage,
  change: (html: string) => string,
): Promise<void> {
  const html = await plainBody(bodies);
  response.setHeader("content-type", contentType);
  response.end(change(html.toString()));
}

function sendSentence(response: ServerResponse, sentence: string): void {
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(sentence);
}

function pageFor(request: IncomingMessage, status: number): HelpPage {
  if (status === 403) return pages.sentFromElsewhere;
  if (status === 408) return pages.sentTooSlowly;
  if (status === 413) return pages.sentTooMuch;
  return status >= 500 ? pages.serverError : pageForMissing(request);
}

function pageForMissing(request: IncomingMessage): HelpPage {
  const [, , section] = (request.url ?? "").toLowerCase().split("/");
  if (section === "applications") return pages.noSuchApplication;
  if (section === "membership" || section === "city-page") return pages.noSuchMembership;
  return section === "endorsements" ? pages.noSuchEndorsement : pages.noSuchPage;
}

const headersOfTheReplacedPage = ["content-length", "content-encoding", "etag", "link", "vary"];

function visitorsLocale(request: IncomingMessage): Locale {
  const [, first = ""] = (request.url ?? "").split(/[/?]/);
  return isLocale(first) ? first : negotiateLocale(request.headers["accept-language"] ?? null);
}

const sendMethods = ["writeHead", "flushHeaders", "write", "end"] as const;

export function withHelpPages(next: NextHandler, help: Pick<HelpPages, "send">): NextHandler {
  return (request, response) => {
    onEmptyPage(response, () => void help.send(request, response));
    return next(request, response);
  };
}

/** Node has no public way to hold an answer back, so the methods that send are replaced. */
function onEmptyPage(response: ServerResponse, replace: () => void): void {
  for (const method of sendMethods) {
    const send = response[method].bind(response) as (...args: unknown[]) => unknown;
    const sendUnlessEmpty = (...args: unknown[]) => {
      if (method === "writeHead") noteHead(response, args);
      if (!holdsEmptyPage(response)) return send(...args);
      if (method !== "end") return method === "write" ? true : response;
      for (const replaced of sendMethods) Reflect.deleteProperty(response, replaced);
      replace();
      return response;
    };
    Object.assign(response, { [method]: sendUnlessEmpty });
  }
}

function noteHead(response: ServerResponse, [status, ...rest]: unknown[]): void {
  response.statusCode = Number(status);
  const headers = rest.at(-1);
  if (headers && typeof headers === "object" && !Array.isArray(headers))
    response.setHeaders(new Map(Object.entries(headers)));
}

function holdsEmptyPage(response: ServerResponse): boolean {
  if (response.headersSent) return false;
  const type = response.getHeader("content-type");
  const headers: Record<string, string> =
    type === undefined ? {} : { "content-type": String(type) };
  return isEmptyPage({ status: response.statusCode, headers });
}
