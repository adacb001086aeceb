import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { sendPage, sendRendered } from "@/lib/front/answer";
import { sendHelpPage, withHelpPages, type Help } from "@/lib/front/help-pages";
import { dropInternalHeaders, impersonal, isFromElsewhere, isSentByScript, limitBody } from "@/lib/front/inbound";
import { withLateScripts } from "@/lib/front/late-scripts";
import { noScripts, type OwnScripts } from "@/lib/front/own-scripts";
import { PageMemory, type SiteState } from "@/lib/front/page-memory";
import { renderPage, type Rendered } from "@/lib/front/render";
import { generalHeaders, newNonce, pictureHeaders, policiesFor } from "@/lib/front/security-headers";
import { standAlone } from "@/lib/front/strip";
import type { StyleSheets } from "@/lib/front/style-sheets";
import { targetReader, type Target } from "@/lib/front/target";
import { log } from "@/lib/log";

type Settings = {
  /** The public address of the site: pages are rendered for it, whatever a request says. */
  siteUrl: string;
  /** How many bytes of pages are remembered. */
  pageMemoryBytes: number;
  state: () => SiteState;
  /** Asks the database itself, where `state` may be a moment old. */
  isReachable: () => Promise<boolean>;
  /** Answers for Next's fingerprinted files, or calls back when it is none. */
  files: (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;
  /** Stand inside the pages that link them. */
  styleSheets: StyleSheets;
  /** Stand inside the form of an ask, where it links them. */
  scripts: OwnScripts;
};

/** With the database out of reach, a page that needs it may wait long for nothing. */
const patienceMs = 1_800;

const secondsForTheRest = 3;

/** Stands before Next: public pages leave without scripts and come from memory, the rest goes to Next with the headers that it needs. */
export function frontDoor(bareNext: RequestListener, { siteUrl, pageMemoryBytes, state, isReachable, files, styleSheets, scripts }: Settings): RequestListener {
  const { host, protocol } = new URL(siteUrl);
  const policies = policiesFor(styleSheets.values(), scripts.values());
  const general = { ...generalHeaders(protocol === "https:"), "content-security-policy": policies.scriptless };
  const generalList = Object.entries(general).flat();
  const pictureList = Object.entries({ ...general, ...pictureHeaders }).flat();
  const strip = (html: string) => standAlone(html, { styleSheets, scripts: noScripts });
  const renderBy = (listener: RequestListener) => (address: string) => renderPage(listener, strip, { method: "GET", url: address, headers: { host } });
  const help: Help = { render: renderBy(bareNext), isReachable, policy: policies.scriptless };
  const next = withHelpPages(bareNext, help);
  const memory = new PageMemory({ maxBytes: pageMemoryBytes, render: (address) => inTime(renderBy(next)(address)), state });

  const read = targetReader();

  return (request, response) => {
    const target = read(request.url ?? "");
    const isRead = request.method === "GET" || request.method === "HEAD";
    const isPage = target?.route === "page" && isRead;
    const answer = isPage ? answerFromMemory(request, response, target) : passOn(request, response, target);
    void answer.catch((error: unknown) => answerFailure(request, response, error));
  };

  async function answerFromMemory(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const answer = await memory.answer(target.address);
    if ("page" in answer) {
      const headers = answer.page.contentType.startsWith("image/") ? pictureList : generalList;
      return sendPage(request, response, answer.page, [...headers, "cache-status", cacheStatus[answer.from]]);
    }
    setGeneralHeaders(response);
    return sendUnlessFailed(request, response, answer.rendered);
  }

  async function passOn(request: IncomingMessage, response: ServerResponse, target: Target | null): Promise<void> {
    setGeneralHeaders(response);
    if (!target) return refuse(request, response, 400);
    if (isFromElsewhere(request, host)) return refuse(request, response, 403);
    if (!limitBody(request, (rest) => void refuse(request, response, 413, rest))) return;

    dropInternalHeaders(request.headers);
    request.url = target.url;
    if (target.route === "direct") return files(request, response, () => next(request, response));
    if (target.route === "scripted") return answerWithScripts(request, response);
    if (target.route === "late") return isSentByScript(request) ? answerWithScripts(request, response) : answerWithLateScripts(request, response, target);
    return answerForOne(request, response, target);
  }

  /** The connection ends with the answer. A browser that is cut off while it still sends would never read it. */
  async function refuse(request: IncomingMessage, response: ServerResponse, status: number, rest?: Promise<void>): Promise<void> {
    if (response.headersSent) return void request.destroy();
    request.resume();
    await Promise.race([rest, wait(secondsForTheRest * 1000, undefined, { ref: false })]);
    response.statusCode = status;
    response.setHeader("connection", "close");
    response.once("finish", () => request.destroy());
    await sendHelpPage(request, response, help);
  }

  function setGeneralHeaders(response: ServerResponse): void {
    for (const [name, value] of Object.entries(general)) response.setHeader(name, value);
  }

  function answerWithScripts(request: IncomingMessage, response: ServerResponse): void {
    allowScripts(request, response, newNonce());
    next(request, response);
  }

  function allowScripts(request: IncomingMessage, response: ServerResponse, nonce: string): void {
    const policy = policies.scripted(nonce);
    // Next reads the nonce for its own scripts here.
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
  }

  function answerWithLateScripts(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    const nonce = newNonce();
    allowScripts(request, response, nonce);
    return answerNow(request, response, target, (html) => withLateScripts(html, nonce));
  }

  function answerForOne(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
    if (target.path.startsWith("/dev/")) response.setHeader("content-security-policy", policies.preview);
    if (target.route !== "sealed") return answerNow(request, response, target, strip);
    response.setHeader("content-security-policy", policies.sealed);
    return answerNow(request, response, target, (html) => standAlone(html, { styleSheets, scripts }));
  }

  /** Renders for this one request, and for nobody else. */
  async function answerNow(request: IncomingMessage, response: ServerResponse, { url }: Target, finish: (html: string) => Promise<string>): Promise<void> {
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const asked = { method, url, headers: impersonal(request.headers), body: method === "GET" ? undefined : request };
    const rendered = await inTime(renderPage(next, finish, { ...asked, remoteAddress: request.socket.remoteAddress, signal: gone.signal }));
    await sendUnlessFailed(request, response, rendered);
  }

  function sendUnlessFailed(request: IncomingMessage, response: ServerResponse, rendered: Rendered): Promise<void> {
    if (rendered.status !== 500) return sendRendered(request, response, rendered);
    response.statusCode = rendered.status;
    return sendHelpPage(request, response, help);
  }

  function inTime(rendered: Promise<Rendered>): Promise<Rendered> {
    if (state().isReachable) return rendered;
    const overdue = wait(patienceMs, undefined, { ref: false }).then(() => Promise.reject(new Error("The database was waited for in vain")));
    return Promise.race([rendered, overdue]);
  }

  async function answerFailure(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
    if (response.headersSent || response.closed) return void response.destroy();
    log.error(error, "A page could not be answered");
    setGeneralHeaders(response);
    response.statusCode = 500;
    await sendHelpPage(request, response, help);
  }
}

/** RFC 9211: where the answer came from, for operators and for proxies. */
const cacheStatus = { memory: "front-door; hit", render: "front-door; fwd=miss", stale: "front-door; hit; detail=stale" };
