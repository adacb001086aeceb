import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import {
  sendDictionary,
  sendPage,
  sendRendered,
  sendSpeculationRules,
  type ByDictionary,
} from "@/lib/front/answer";
import { withDeferredScripts } from "@/lib/front/deferred-scripts";
import { Dictionaries } from "@/lib/front/dictionaries";
import { HelpPages, withHelpPages } from "@/lib/front/help-pages";
import { addressHeaders, clientNetworkOf } from "@/lib/front/client-network";
import {
  dropInternalHeaders,
  formOf,
  hasValidActionId,
  isCrossOrigin,
  isRead,
  isSentByScript,
  isWholeForm,
  setPublicAddress,
  withBody,
  withoutForm,
  withoutPersonalHeaders,
} from "@/lib/front/inbound";
import { noScripts, type InlineScripts } from "@/lib/front/inline-scripts";
import { noMeter, type Meter, type RenderKind } from "@/lib/front/meter";
import {
  PageMemory,
  type FoundPage,
  type PageMemorySettings,
  type RememberedPage,
  type SiteState,
} from "@/lib/front/page-memory";
import {
  isEmptyPage,
  renderPage,
  type Finished,
  type NextHandler,
  type Rendered,
} from "@/lib/front/render";
import {
  applicantUploads,
  BodyReader,
  RefusedBody,
  staffUploads,
  VisitorLeft,
  type BodyLimits,
} from "@/lib/front/request-body";
import { RequestLog, type LoggedRequests } from "@/lib/front/request-log";
import { targetParser, type Target } from "@/lib/front/request-target";
import type { PatternOf } from "@/lib/front/route-patterns";
import type { ResidentPage } from "@/lib/front/resident-pages";
import { holdsForeignFile, mayBeFramed, mayBePrefetched, uploaderAt } from "@/lib/front/routes";
import {
  generalHeaders,
  newNonce,
  policiesFor,
  preflightHeaders,
  sharedHeaders,
  type Policies,
} from "@/lib/front/security-headers";
import { isPrefetch, speculationRulesPath } from "@/lib/front/speculation";
import { StaffSessions } from "@/lib/front/staff-sessions";
import { stripScriptsAndInlineStyles } from "@/lib/front/strip";
import type { StyleSheets } from "@/lib/front/style-sheets";
import { TemplateMemory } from "@/lib/front/template-memory";
import { laneLimits, Overloaded, WorkQueue, type Lane } from "@/lib/front/work-queue";
import { log } from "@/lib/log";
import { withPageView } from "@/lib/process/page-view";
import { inRequest, newRequestId, requestId } from "@/lib/process/request-context";

export type FrontDoorSettings = {
  /** Pages are rendered for this address, whatever host a request names. */
  siteUrl: string;
  pageMemoryBytes: number;
  state: () => SiteState;
  /** Asks the database itself; `state` may be a moment old. */
  isReachable: () => Promise<boolean>;
  files: (request: IncomingMessage, response: ServerResponse) => boolean;
  styleSheets: StyleSheets;
  scripts: InlineScripts;
  staffCookie: string;
  /** Whether this is the token of somebody who is signed in: they may upload. */
  isStaffToken: (token: string) => Promise<boolean>;
  /** Whether this token is in a link to an application that files may be added to. */
  mayAddFiles: (token: string) => Promise<boolean>;
  bodyLimits?: BodyLimits;
  /** The page there, if it is one whose forms are answered here. */
  residentPageAt?: (target: Target) => ResidentPage | null;
  /** Paths without their language: compression dictionaries are made of these pages. */
  dictionaryPages?: readonly `/${string}`[];
  /** Whether a proxy stands before this site, whose numbers of requests can be taken on. */
  hasProxy?: boolean;
  logged?: LoggedRequests;
  patternOf?: PatternOf;
  meter?: Meter;
  isDevelopment?: boolean;
};

/** How much there is in memory, and how many wait. */
export type DoorReadings = {
  memory: { entries: number; bytes: number; limitBytes: number };
  lanes: { lane: Lane; waiting: number; running: number; most: number }[];
};

type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  target: Target;
  left: AbortSignal;
  body?: Buffer;
  /** What a page shows instead of what it would read: the answer to a form. */
  view?: object;
  /** Its body may be megabytes. */
  isUpload?: boolean;
};

/** While the database is unreachable, a page that needs it would wait in vain. */
const databaseTimeoutMs = 1_800;

/** A browser that is cut off while it sends reads no answer, so the rest of its body is drained. */
const drainTimeoutMs = 3_000;

/** A longer stream costs little at any one moment, so it gives its slot back. */
const maxSlotForStreamMs = 10_000;

/** Limits memory: with more refusals waiting, the bodies of further forms are not kept. */
const maxKeptAnswers = 50;

/** RFC 9211: where the answer came from. */
const cacheStatus = {
  memory: "front-door; hit",
  render: "front-door; fwd=miss",
  stale: "front-door; hit; detail=stale",
};

/** Stands before Next: public pages come from memory without scripts, the rest is passed on. */
export class FrontDoor {
  private readonly siteUrl: URL;
  private readonly policies: Policies;
  private readonly generalHeaders: Record<string, string>;
  private readonly frameHeaders: string[];
  private readonly sharedHeaders: string[];
  /** By the page, for as long as it is remembered. */
  private readonly pageHeaders = new WeakMap<RememberedPage, string[]>();
  private readonly dictionaries: Dictionaries;
  private readonly parseTarget = targetParser();
  private readonly bodies: BodyReader;
  private readonly staffUploads = new BodyReader(staffUploads);
  private readonly applicantUploads = new BodyReader(applicantUploads);
  private readonly queue = new WorkQueue();
  private readonly memory: PageMemory;
  private readonly templates: TemplateMemory;
  private readonly help: HelpPages;
  private readonly staffSessions: StaffSessions;
  private readonly nextWithHelpPages: NextHandler;
  private readonly meter: Meter;
  private readonly patternOf: PatternOf;
  private readonly requestLog: RequestLog;

  constructor(
    private readonly next: NextHandler,
    private readonly settings: FrontDoorSettings,
  ) {
    const { siteUrl, scripts, state, isReachable, pageMemoryBytes } = settings;
    const isDevelopment = settings.isDevelopment ?? false;
    this.siteUrl = new URL(siteUrl);
    this.meter = settings.meter ?? noMeter;
    this.patternOf = settings.patternOf ?? (() => null);
    this.requestLog = new RequestLog(settings.logged ?? "none", this.patternOf);
    this.policies = policiesFor(scripts.values(), { isDevelopment });
    this.generalHeaders = {
      ...generalHeaders(this.siteUrl.protocol === "https:"),
      "content-security-policy": this.policies.scriptless([]),
    };
    const shared = { ...this.generalHeaders, ...sharedHeaders };
    this.sharedHeaders = Object.entries(shared).flat();
    this.frameHeaders = Object.entries({
      ...shared,
      "content-security-policy": this.policies.framed,
    }).flat();
    this.bodies = new BodyReader(settings.bodyLimits);
    this.staffSessions = new StaffSessions(settings.staffCookie);
    const render = (address: string) => this.renderForAll(address);
    this.dictionaries = new Dictionaries({
      styleSheets: settings.styleSheets,
      samplePages: settings.dictionaryPages ?? [],
      render: (address) => this.renderSample(address),
    });
    this.help = new HelpPages({ render, state, isReachable, policy: this.policies.scriptless });
    this.nextWithHelpPages = withHelpPages(next, this.help);
    const schedule: PageMemorySettings["schedule"] = ({ isKnown, signal }, work) =>
      this.queue.run({ lane: "visitors", priority: isKnown ? 1 : 0, signal }, work);
    this.memory = new PageMemory({ maxBytes: pageMemoryBytes, render, state, schedule });
    this.templates = new TemplateMemory({
      render: (address, view) => withPageView(view, () => this.renderForAll(address)),
      state,
      schedule,
    });
  }

  readonly handle: RequestListener = (request, response) => {
    const target = this.parseTarget(request.url ?? "");
    if (!target) return void this.refuse(request, response, 400).catch(ignore);
    const isPublicPage = isSameForAll(target) && isRead(request);
    const remembered = isPublicPage && this.memory.recall(target.address);
    if (remembered)
      return void this.sendRemembered({ request, response, target }, remembered).catch(ignore);

    const id = newRequestId(request.headers["x-request-id"], this.settings.hasProxy ?? false);
    const left = new AbortController();
    const exchange: Exchange = { request, response, target, left: left.signal };
    inRequest(id, () => {
      const since = performance.now();
      response.once("close", () => {
        left.abort(new VisitorLeft());
        inRequest(id, () => this.noteAnswer(exchange, since));
      });
      const answer = isPublicPage ? this.answerPublicPage(exchange) : this.answerAnew(exchange);
      void answer.catch((error: unknown) => this.answerFailure(exchange, error)).catch(ignore);
    });
  };

  readings(): DoorReadings {
    const { entries, bytes } = this.memory;
    const lanes = (Object.keys(laneLimits) as Lane[]).map((lane) => ({
      lane,
      waiting: this.queue.countWaiting(lane),
      running: this.queue.countRunning(lane),
      most: laneLimits[lane].maxWaiting,
    }));
    return { memory: { entries, bytes, limitBytes: this.settings.pageMemoryBytes }, lanes };
  }

  private noteAnswer({ request, response, target }: Exchange, since: number): void {
    const seconds = (performance.now() - since) / 1_000;
    const status = response.writableFinished ? response.statusCode : 0;
    this.meter.timeRequest(target.route, status, seconds, () => this.patternOf(target.path));
    this.requestLog.write({ request, response, target, seconds });
  }

  private async sendRemembered(
    asked: Pick<Exchange, "request" | "response" | "target">,
    found: FoundPage,
  ): Promise<void> {
    await this.sendPublicPage(asked, found);
    this.meter.countRemembered(asked.target.route, asked.response.statusCode);
    if (this.requestLog.isOfAll) this.requestLog.write({ ...asked, seconds: 0 });
  }

  private async answerPublicPage({ request, response, target, left }: Exchange): Promise<void> {
    const answer = await this.memory.answer(target.address, left);
    if ("page" in answer) return this.sendPublicPage({ request, response, target }, answer);
    const { rendered } = answer;
    this.setGeneralHeaders(response);
    this.allowStyles(response, this.policies.scriptless, rendered);
    await this.sendUnlessEmpty(request, response, rendered);
  }

  private async sendPublicPage(
    { request, response, target }: Pick<Exchange, "request" | "response" | "target">,
    { page, from }: FoundPage,
  ): Promise<void> {
    this.meter.countPage(from);
    if (isEmptyPage({ status: page.status, headers: { "content-type": page.contentType } })) {
      this.setGeneralHeaders(response);
      response.statusCode = page.status;
      return this.help.send(request, response);
    }
    const headers = [...this.headersOf(target, page), "cache-status", cacheStatus[from]];
    const byDictionary = this.dictionaryFor(target, page);
    if (byDictionary) headers.push("link", byDictionary.link);
    await sendPage(request, response, page, headers, byDictionary);
  }

  private dictionaryFor(
    { path }: Target,
    page: RememberedPage,
  ): (ByDictionary & { link: string }) | undefined {
    const { dictionaries } = this;
    const isOffered = page.contentType.startsWith("text/html") && !mayBeFramed(path);
    const dictionary = isOffered ? dictionaries.forPage(path) : null;
    if (!dictionary) return undefined;
    return {
      name: dictionary.name,
      link: `<${dictionary.address}>; rel="compression-dictionary"`,
      compress: () => dictionaries.compress(page, dictionary),
    };
  }

  private async answerDictionary({ request, response, target }: Exchange): Promise<void> {
    const dictionary = this.dictionaries.at(target.path);
    if (!dictionary || !isRead(request)) return this.refuse(request, response, 404);
    this.setGeneralHeaders(response);
    sendDictionary(request, response, dictionary);
  }

  private headersOf({ path }: Target, page: RememberedPage): string[] {
    if (!page.contentType.startsWith("text/html")) return this.sharedHeaders;
    if (mayBeFramed(path)) return this.frameHeaders;
    const known = this.pageHeaders.get(page);
    if (known) return known;
    const headers = Object.entries({
      ...this.generalHeaders,
      "content-security-policy": this.policies.scriptless(page.styles),
      "speculation-rules": `"${speculationRulesPath}"`,
    }).flat();
    this.pageHeaders.set(page, headers);
    return headers;
  }

  private async answerAnew(exchange: Exchange): Promise<void> {
    const { request, response, target } = exchange;
    this.setGeneralHeaders(response);
    if (isPrefetch(request) && !mayBePrefetched(target.route)) return refusePrefetch(response);
    if (target.route === "openData") return this.refuseToChangeData(request, response);
    if (!hasValidActionId(request)) return this.refuse(request, response, 400);
    if (isCrossOrigin(request, this.siteUrl.host)) return this.refuse(request, response, 403);
    if (!isRead(request)) {
      exchange.body = await this.readBody(exchange);
      if (!isWholeForm(request, exchange.body)) return this.refuse(request, response, 400);
    }

    dropInternalHeaders(request.headers);
    setPublicAddress(request.headers, this.siteUrl);
    request.url = target.url;
    const residentPage = this.settings.residentPageAt?.(target);
    if (residentPage && (isRead(request) || request.method === "POST"))
      return this.answerResidentPage(exchange, residentPage);
    switch (target.route) {
      case "health":
        return this.passOn(exchange, "health");
      case "speculationRules":
        return sendSpeculationRules(request, response);
      case "dictionary":
        return this.answerDictionary(exchange);
      case "passthrough":
        return this.passThrough(exchange);
      case "scripted":
        return this.passOnWithScripts(exchange);
      case "deferredScripts":
        return this.answerJoinForm(exchange);
      default:
        return this.answerPrivatePage(exchange);
    }
  }

  /** Without a session or the link of an application, no address takes more than others. */
  private async readBody(exchange: Exchange): Promise<Buffer> {
    const { request, target } = exchange;
    const uploader = uploaderAt(target.path);
    if (uploader?.kind === "staff") {
      const token = this.staffSessions.tokenOf(request);
      const isStaff = token && (await this.settings.isStaffToken(token));
      if (isStaff) return this.staffUploads.read(request);
    }
    return uploader?.kind === "applicant"
      ? this.readApplicantsFile(exchange, uploader.token)
      : this.bodies.read(request);
  }

  private async readApplicantsFile(exchange: Exchange, token: string): Promise<Buffer> {
    const { request, left } = exchange;
    this.applicantUploads.checkLength(request);
    // In a slot, so that a crowd with made-up links does not keep the database busy.
    const mayUpload = await this.queue.run({ lane: "visitors", signal: left }, () =>
      this.settings.mayAddFiles(token),
    );
    if (!mayUpload) return this.bodies.read(request);
    exchange.isUpload = true;
    return this.applicantUploads.read(request, token);
  }

  /** Another site's script asks with OPTIONS before it reads. */
  private refuseToChangeData(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("allow", "GET, HEAD, OPTIONS");
    if (request.method !== "OPTIONS") return this.refuse(request, response, 405);
    response.writeHead(204, { ...sharedHeaders, ...preflightHeaders }).end();
    return Promise.resolve();
  }

  private async passThrough(exchange: Exchange): Promise<void> {
    const { request, response, target } = exchange;
    if (this.settings.files(request, response)) return;
    await this.passOn(exchange, target.path.startsWith("/data/") ? "visitors" : "files");
  }

  private async passOnWithScripts(exchange: Exchange): Promise<void> {
    const { request, response, target } = exchange;
    if (holdsForeignFile(target.path))
      response.setHeader("content-security-policy", this.policies.foreignFile);
    else this.allowScripts(exchange, newNonce());
    await this.passOn(exchange, this.staffSessions.has(request) ? "staff" : "visitors");
    // Only signed-in staff get a page of the panel, except its sign-in page.
    const isPanel = isRead(request) && !target.path.startsWith("/admin/sign-in");
    if (isPanel && response.statusCode === 200) this.staffSessions.add(request);
  }

  private answerJoinForm(exchange: Exchange): Promise<void> {
    const nonce = newNonce();
    this.allowScripts(exchange, nonce);
    if (isSentByScript(exchange.request)) return this.passOn(exchange, "visitors");
    const finish = async (html: string) => ({
      html: await withDeferredScripts(html, nonce),
      styles: [],
    });
    return this.renderForOne(exchange, finish);
  }

  private async answerResidentPage(exchange: Exchange, page: ResidentPage): Promise<void> {
    const { request, response, left } = exchange;
    if (!isRead(request)) return this.answerPost(exchange, page);
    const template =
      page.recall?.() ??
      (await this.queue.run({ lane: "visitors", signal: left }, () =>
        this.withTimeout(page.find()),
      ));
    if (!template) return this.answerPrivatePage(exchange);
    const rendered = await this.templates.answer(template, left);
    this.allowStyles(response, this.policies.scriptless, rendered);
    await this.sendUnlessEmpty(request, response, rendered);
  }

  /** With a redirect, or as a page that says what is wrong with the form. */
  private async answerPost(exchange: Exchange, page: ResidentPage): Promise<void> {
    const { request, response, left, body } = exchange;
    const answer = await this.queue.run({ lane: "visitors", signal: left }, async () => {
      const form = await formOf(request.headers["content-type"], body);
      const network = clientNetworkOf(addressHeaders(request.headers));
      return form && this.withTimeout(page.post(form, network));
    });
    if (!answer) return this.refuse(request, response, 400);
    if ("view" in answer) return this.answerPrivatePage({ ...exchange, view: answer.view });
    const redirect = { status: 303, headers: { location: answer.location }, styles: [] };
    await sendRendered(request, response, { ...redirect, body: Buffer.alloc(0) });
  }

  private answerPrivatePage(exchange: Exchange): Promise<void> {
    const { response, target } = exchange;
    if (target.route === "inlineScript") {
      const { styleSheets, scripts } = this.settings;
      const finish = (html: string) => stripScriptsAndInlineStyles(html, { styleSheets, scripts });
      return this.renderForOne(exchange, finish, this.policies.inlineScript);
    }
    if (target.path.startsWith("/dev/")) {
      response.setHeader("content-security-policy", this.policies.preview);
      return this.renderForOne(exchange, this.strip);
    }
    return this.renderForOne(exchange, this.strip, this.policies.scriptless);
  }

  private passOn({ request, response, left, body }: Exchange, lane: Lane): Promise<void> {
    return this.queue.run({ lane, signal: left }, async () => {
      // Holds its slot until Next is done, even if the visitor leaves: an action goes on running.
      const done = this.nextWithHelpPages(body ? withBody(request, body) : request, response);
      await Promise.race([done, sleep(maxSlotForStreamMs, undefined, { ref: false })]);
    });
  }

  private async renderForOne(
    exchange: Exchange,
    finish: (html: string) => Promise<Finished>,
    policy?: Policies["scriptless"],
  ): Promise<void> {
    const { request, response, target, left, view } = exchange;
    const isAsRead = request.method === "HEAD" || view !== undefined;
    const method = isAsRead ? "GET" : (request.method ?? "GET");
    const body = view ? undefined : exchange.body;
    const headers = withoutPersonalHeaders(view ? withoutForm(request.headers) : request.headers);
    const { remoteAddress } = request.socket;
    const lane = exchange.isUpload ? "uploads" : "visitors";
    const rendered = await this.queue.run({ lane, signal: left }, () => {
      const asked = { method, url: target.url, headers, body, remoteAddress };
      const render = () => this.timed("single", renderPage(this.next, finish, asked));
      return this.withTimeout(withPageView(view, render));
    });
    if (policy) this.allowStyles(response, policy, rendered);
    await this.sendUnlessEmpty(request, response, rendered);
  }

  private renderForAll(address: string): Promise<Rendered> {
    const asked = { method: "GET", url: address, headers: { host: this.siteUrl.host } };
    return this.withTimeout(this.timed("shared", renderPage(this.next, this.strip, asked)));
  }

  private timed(kind: RenderKind, rendered: Promise<Rendered>): Promise<Rendered> {
    const since = performance.now();
    return rendered.finally(() => this.meter.timeRender(kind, (performance.now() - since) / 1_000));
  }

  /** As Next makes it: what it is for needs the style sheets that it links. */
  private async renderSample(address: string): Promise<string | null> {
    const asIs = (html: string) => Promise.resolve({ html, styles: [] });
    const asked = { method: "GET", url: address, headers: { host: this.siteUrl.host } };
    const { signal } = new AbortController();
    const { status, body } = await this.queue.run({ lane: "visitors", signal }, () =>
      renderPage(this.next, asIs, asked),
    );
    return status === 200 ? body.toString() : null;
  }

  private readonly strip = (html: string): Promise<Finished> =>
    stripScriptsAndInlineStyles(html, {
      styleSheets: this.settings.styleSheets,
      scripts: noScripts,
    });

  private withTimeout<Result>(work: Promise<Result>): Promise<Result> {
    if (this.settings.state().isReachable) return work;
    const timeout = sleep(databaseTimeoutMs, undefined, { ref: false }).then(() => {
      throw new Error("Database timeout");
    });
    return Promise.race([work, timeout]);
  }

  private allowScripts({ request, response }: Exchange, nonce: string): void {
    const policy = this.policies.scripted(nonce);
    // Next reads the nonce for its own scripts here.
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
  }

  private allowStyles(
    response: ServerResponse,
    policy: Policies["scriptless"],
    { styles }: Rendered,
  ): void {
    response.setHeader("content-security-policy", policy(styles));
  }

  private setGeneralHeaders(response: ServerResponse): void {
    for (const [name, value] of Object.entries(this.generalHeaders))
      response.setHeader(name, value);
    const id = requestId();
    if (id) response.setHeader("x-request-id", id);
  }

  private sendUnlessEmpty(
    request: IncomingMessage,
    response: ServerResponse,
    rendered: Rendered,
  ): Promise<void> {
    if (!isEmptyPage(rendered)) return sendRendered(request, response, rendered);
    response.statusCode = rendered.status;
    return this.help.send(request, response);
  }

  private async answerFailure(exchange: Exchange, error: unknown): Promise<void> {
    const { request, response } = exchange;
    if (response.headersSent || response.closed || error instanceof VisitorLeft)
      return void response.destroy();
    if (error instanceof Overloaded) {
      this.meter.countRefusal(error.lane);
      return this.refuseForNow(exchange);
    }
    if (error instanceof RefusedBody) {
      if (error.status === 413 && uploaderAt(exchange.target.path)?.kind === "applicant")
        return this.sendToFormOfFile(exchange);
      if (error.status !== 503) return this.refuse(request, response, error.status);
      void this.endConnectionWithAnswer(exchange);
      return this.refuseForNow(exchange);
    }
    this.setGeneralHeaders(response);
    log.error(error, "Request failed");
    response.statusCode = 500;
    await this.help.send(request, response);
  }

  /** A few per turn of the event loop, so that refusing a crowd does not delay other requests. */
  private async refuseForNow(exchange: Exchange): Promise<void> {
    const { request, response, left } = exchange;
    // A form cannot hold a file for the next try.
    if (exchange.isUpload || this.queue.countWaiting("refusals") >= maxKeptAnswers)
      exchange.body = undefined;
    const refuse = async () => {
      this.setGeneralHeaders(response);
      await this.help.sendBusy(request, response, exchange.body);
      await nextTurn();
    };
    await this.queue
      .run({ lane: "refusals", signal: left }, refuse)
      .catch(() => response.destroy());
  }

  private async refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
  ): Promise<void> {
    this.setGeneralHeaders(response);
    response.statusCode = status;
    const rest = this.endConnectionWithAnswer({ request, response });
    if (status === 413)
      await Promise.race([rest, sleep(drainTimeoutMs, undefined, { ref: false })]);
    await this.help.send(request, response);
  }

  /** Its page says beside the field that the file is too large. */
  private async sendToFormOfFile({ request, response, target }: Exchange): Promise<void> {
    this.setGeneralHeaders(response);
    const rest = this.endConnectionWithAnswer({ request, response });
    await Promise.race([rest, sleep(drainTimeoutMs, undefined, { ref: false })]);
    response.writeHead(303, { location: `${target.path}?problem=tooLarge` }).end();
  }

  private endConnectionWithAnswer({
    request,
    response,
  }: Pick<Exchange, "request" | "response">): Promise<unknown> {
    response.setHeader("connection", "close");
    response.once("finish", () => request.destroy());
    const rest = new Promise((resolve) => request.once("end", resolve).once("close", resolve));
    request.resume();
    return rest;
  }
}

const isSameForAll = ({ route }: Target): boolean => route === "public" || route === "openData";

function refusePrefetch(response: ServerResponse): Promise<void> {
  response.writeHead(503, { "cache-control": "no-store" }).end();
  return Promise.resolve();
}

/** The visitor disconnected while the answer was written. */
const ignore = (): void => undefined;
