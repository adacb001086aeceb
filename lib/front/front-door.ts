import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { sendPage, sendRendered } from "@/lib/front/answer";
import { withHelpPages } from "@/lib/front/help-pages";
import { dropInternalHeaders, maxBodyBytes } from "@/lib/front/inbound";
import { PageMemory, type SiteState } from "@/lib/front/page-memory";
import { renderWithoutScripts, type Rendered } from "@/lib/front/render";
import { log } from "@/lib/log";
import { canonicalAddress, routeOf } from "@/lib/front/routes";
import { generalHeaders, newNonce, scriptedPolicy, scriptlessPolicy } from "@/lib/front/security-headers";

type Settings = {
  /** The public address of the site: pages are rendered for it, whatever a request says. */
  siteUrl: string;
  /** How many bytes of pages are remembered. */
  pageMemoryBytes: number;
  state: () => SiteState;
  /** Answers for Next's fingerprinted files, or calls back when it is none. */
  files: (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;
};

/** Stands before Next: public pages leave without scripts and come from memory, the rest goes to Next with the headers that it needs. */
export function frontDoor(bareNext: RequestListener, { siteUrl, pageMemoryBytes, state, files }: Settings): RequestListener {
  const { host, protocol } = new URL(siteUrl);
  const general = Object.entries(generalHeaders(protocol === "https:"));
  const renderBy = (listener: RequestListener) => (address: string) => renderWithoutScripts(listener, { method: "GET", url: address, headers: { host } });
  const next = withHelpPages(bareNext, renderBy(bareNext));
  const render = renderBy(next);
  const memory = new PageMemory({ maxBytes: pageMemoryBytes, render, state });

  return (request, response) => {
    dropInternalHeaders(request.headers);
    for (const [name, value] of general) response.setHeader(name, value);
    const url = addressOf(request, siteUrl);
    if (!url) return void response.writeHead(400).end();
    if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes) return void response.writeHead(413, { connection: "close" }).end();

    const route = routeOf(url.pathname);
    if (route === "direct") return files(request, response, () => next(request, response));
    if (route === "scripted") return answerWithScripts(request, response);
    response.setHeader("content-security-policy", scriptlessPolicy);
    const isRead = request.method === "GET" || request.method === "HEAD";
    const answer = route === "page" && isRead ? answerFromMemory : answerForOne;
    void answer(request, response, url).catch((error: unknown) => {
      log.error(error, "A page could not be answered");
      response.writeHead(500).end();
    });
  };

  function answerWithScripts(request: IncomingMessage, response: ServerResponse): void {
    const policy = scriptedPolicy(newNonce());
    // Next reads the nonce for its own scripts here.
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
    next(request, response);
  }

  async function answerFromMemory(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const answer = await memory.answer(canonicalAddress(url));
    if ("rendered" in answer) return sendWhatCame(request, response, answer.rendered);
    response.setHeader("cache-status", cacheStatus[answer.from]);
    sendPage(request, response, answer.page);
  }

  async function answerForOne(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
    const body = method === "GET" ? undefined : request;
    const rendered = await renderWithoutScripts(next, { method, url: `${url.pathname}${url.search}`, headers: request.headers, body });
    response.setHeader("cache-control", "private, no-store");
    sendWhatCame(request, response, rendered);
  }

  function sendWhatCame(request: IncomingMessage, response: ServerResponse, rendered: Rendered): void {
    if (rendered.status < 500 || state().isReachable) return sendRendered(request, response, rendered);
    response.setHeader("retry-after", "10");
    sendRendered(request, response, { ...rendered, status: 503 });
  }
}

/** RFC 9211: where the answer came from, for operators and for proxies. */
const cacheStatus = { memory: "front-door; hit", render: "front-door; fwd=miss", stale: "front-door; hit; detail=stale" };

function addressOf(request: IncomingMessage, siteUrl: string): URL | null {
  const target = request.url ?? "";
  return target.startsWith("/") && !target.startsWith("//") && URL.canParse(target, siteUrl) ? new URL(target, siteUrl) : null;
}
