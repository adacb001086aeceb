import { STATUS_CODES, type IncomingMessage, type ServerResponse } from "node:http";
import { sendPage } from "@/lib/front/answer";
import { decode } from "@/lib/front/encodings";
import { isSentByScript } from "@/lib/front/inbound";
import { keepAnswers } from "@/lib/front/kept-answers";
import { PageMemory, type RememberedPage, type SiteState } from "@/lib/front/page-memory";
import { isEmptyPage, type NextHandler, type Rendered } from "@/lib/front/render";
import { href } from "@/lib/i18n/href";
import { isLocale, negotiateLocale, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Pages of the site that are shown in place of others, in every language. */
const pages = {
  noSuchPage: "/no-such-page",
  noSuchApplication: "/no-such-application",
  noSuchEndorsement: "/no-such-endorsement",
  outOfOrder: "/out-of-order",
  busy: "/busy",
  busyWithAnswers: "/busy-with-answers",
  sentFromElsewhere: "/sent-from-elsewhere",
  sentTooMuch: "/sent-too-much",
  sentTooSlowly: "/sent-too-slowly",
} as const;

type HelpPage = (typeof pages)[keyof typeof pages];

type Settings = {
  /** Renders a page of the site without scripts. */
  render: (address: string) => Promise<Rendered>;
  state: () => SiteState;
  /** Asks the database itself, where `state` may be a moment old. */
  isReachable: () => Promise<boolean>;
  /** What a page without scripts may do, wherever it is shown. */
  policy: string;
};

/** A handful of small pages in each language. */
const memoryBytes = 4_000_000;

const retryAfterSeconds = { busy: "5", outOfOrder: "10" };

/**
 * Pages for visitors whom the site cannot give what they asked for. They come from a memory of
 * their own, and need no slot of the work queue: when everything else is taken, they are still
 * there.
 */
export class HelpPages {
  private readonly memory: PageMemory;

  constructor(private readonly settings: Settings) {
    const { render, state } = settings;
    this.memory = new PageMemory({ maxBytes: memoryBytes, render, state });
  }

  /** Sends the page that helps with the status of the response. Programs get the same as data. */
  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A failure for want of the database is said to be one.
    if (response.statusCode === 500 && !(await this.settings.isReachable())) {
      response.statusCode = 503;
      response.setHeader("retry-after", retryAfterSeconds.outOfOrder);
    }
    await this.sendPage(request, response, pageFor(request, response.statusCode));
  }

  /**
   * Says that the site has too much to do, and when to come again.
   * @param body of a form: its answers stand in the page, ready to be sent once more
   */
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
    response.setHeader("content-security-policy", this.settings.policy);
    response.setHeader("cache-control", "no-store");
    if (isForProgram(request)) return sendProblem(response);

    const locale = visitorsLocale(request);
    const page = await this.find(href(locale, helpPage));
    if (!page) return sendSentence(response, locale);
    if (change) return sendChanged(response, page, change);
    await sendPage(request, response, { ...page, status: response.statusCode }, []);
  }

  private async find(address: string): Promise<RememberedPage | null> {
    const answer = await this.memory.answer(address).catch(() => null);
    return answer && "page" in answer && answer.page.status === 200 ? answer.page : null;
  }
}

const isForProgram = (request: IncomingMessage): boolean =>
  isSentByScript(request) || (request.url?.startsWith("/data/") ?? false);

/** RFC 9457: what is wrong, for programs. */
function sendProblem(response: ServerResponse): void {
  const { statusCode: status } = response;
  response.setHeader("content-type", "application/problem+json");
  response.end(JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status }));
}

/** Made for this one visitor, so there is nothing to validate a later request with. */
async function sendChanged(
  response: ServerResponse,
  { bodies, contentType }: RememberedPage,
  change: (html: string) => string,
): Promise<void> {
  const html = "identity" in bodies ? bodies.identity : await decode(bodies);
  response.setHeader("content-type", contentType);
  response.end(change(html.toString()));
}

function sendSentence(response: ServerResponse, locale: Locale): void {
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(translator(locale, "error")("lead"));
}

function pageFor(request: IncomingMessage, status: number): HelpPage {
  if (status === 403) return pages.sentFromElsewhere;
  if (status === 408) return pages.sentTooSlowly;
  if (status === 413) return pages.sentTooMuch;
  return status >= 500 ? pages.outOfOrder : pageForMissing(request);
}

/** A link from a mail that leads nowhere needs other help than an address that was mistyped. */
function pageForMissing(request: IncomingMessage): HelpPage {
  const [, , section] = (request.url ?? "").toLowerCase().split("/");
  if (section === "applications") return pages.noSuchApplication;
  return section === "endorsements" ? pages.noSuchEndorsement : pages.noSuchPage;
}

const headersOfTheReplacedPage = ["content-length", "content-encoding", "etag", "link", "vary"];

/** The language of the address, or the one that the browser asks for where the address has none. */
function visitorsLocale(request: IncomingMessage): Locale {
  const [, first = ""] = (request.url ?? "").split(/[/?]/);
  return isLocale(first) ? first : negotiateLocale(request.headers["accept-language"] ?? null);
}

/** Everything that sends; the last one ends the answer. */
const sendMethods = ["writeHead", "flushHeaders", "write", "end"] as const;

/**
 * Gives visitors a page where Next, which writes to the response itself, sends them an empty one:
 * it is held back, and a page that helps is sent with the same status.
 */
export function withHelpPages(next: NextHandler, help: Pick<HelpPages, "send">): NextHandler {
  return (request, response) => {
    onEmptyPage(response, () => void help.send(request, response));
    return next(request, response);
  };
}

/**
 * Lets an answer pass unless it turns out to be an empty page: then nothing of it is sent, and
 * `replace` sends what it likes. Node has no public way to hold an answer back, so the methods that
 * send are replaced on this one response.
 */
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

/** What comes with the sending can be asked for before anything is sent. */
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
