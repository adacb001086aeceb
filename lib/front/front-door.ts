import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { sendDictionary, sendSpeculationRules } from "@/lib/front/pages/answer";
import { Dictionaries } from "@/lib/front/pages/dictionaries";
import type { RoutedRequest, Exchange } from "@/lib/front/exchange";
import { HelpPages } from "@/lib/front/pages/help-pages";
import {
  dropInternalHeaders,
  hasValidActionId,
  isCrossOrigin,
  isRead,
  isWholeForm,
  setPublicAddress,
} from "@/lib/front/requests/inbound";
import type { FrontDoorSettings } from "@/lib/front/front-door-settings";
import { noMeter, type Meter } from "@/lib/front/meter";
import {
  PageMemory,
  type FoundPage,
  type PageMemorySettings,
  type SiteState,
} from "@/lib/front/pages/page-memory";
import { PagesForOne } from "@/lib/front/pages/pages-for-one";
import { PostedBodies } from "@/lib/front/requests/posted-bodies";
import { PassOn } from "@/lib/front/pass-on";
import { PublicPages } from "@/lib/front/pages/public-pages";
import { Refusals } from "@/lib/front/refusals";
import { isEmptyPage, type NextHandler, type Rendered } from "@/lib/front/pages/render";
import { Renderer } from "@/lib/front/pages/renderer";
import { VisitorLeft } from "@/lib/front/requests/request-body";
import { RequestLog } from "@/lib/front/requests/request-log";
import { targetParser, type Target } from "@/lib/front/requests/request-target";
import type { PatternOf } from "@/lib/front/route-patterns";
import { Residents } from "@/lib/front/pages/residents";
import { isShared, mayBePrefetched, routeOf } from "@/lib/front/routes";
import { pageOfScripts, scriptsOf } from "@/lib/front/markup/scripts-on-demand";
import {
  generalHeaders,
  policiesFor,
  preflightHeaders,
  setSharedHeaders,
  sharedHeaders,
  type Policies,
} from "@/lib/front/security-headers";
import { isPrefetch } from "@/lib/front/speculation";
import { StaffSessions } from "@/lib/front/requests/staff-sessions";
import { laneLimits, WorkQueue, type Lane } from "@/lib/front/work-queue";
import { setConnectionHeaders } from "@/lib/process/connection-headers";
import { inRequest, newRequestId, requestId } from "@/lib/process/request-context";

/** How much there is in memory, and how many wait. */
export type DoorReadings = {
  memory: { entries: number; bytes: number; limitBytes: number };
  lanes: { lane: Lane; waiting: number; running: number; most: number }[];
};

/** Stands before Next: public pages come from memory without scripts, the rest is passed on. */
export class FrontDoor {
  private readonly siteUrl: URL;
  private readonly policies: Policies;
  private readonly generalHeaders: Record<string, string>;
  private readonly parseTarget = targetParser();
  private readonly queue: WorkQueue;
  private readonly renderer: Renderer;
  private readonly memory: PageMemory;
  private readonly dictionaries: Dictionaries;
  private readonly publicPages: PublicPages;
  private readonly pagesForOne: PagesForOne;
  private readonly residents: Residents;
  private readonly help: HelpPages;
  private readonly refusals: Refusals;
  private readonly bodies: PostedBodies;
  private readonly passOn: PassOn;
  private readonly meter: Meter;
  private readonly patternOf: PatternOf;
  private readonly requestLog: RequestLog;

  constructor(
    next: NextHandler,
    private readonly settings: FrontDoorSettings,
  ) {
    const { siteUrl, styleSheets, scripts, state, isReachable, pageMemoryBytes } = settings;
    const queue = new WorkQueue(laneLimits, settings.untilAllAccepted);
    this.queue = queue;
    this.siteUrl = new URL(siteUrl);
    this.meter = settings.meter ?? noMeter;
    this.patternOf = settings.patternOf ?? (() => null);
    this.requestLog = new RequestLog(settings.logged ?? "none", this.patternOf);
    this.policies = policiesFor(scripts.values(), {
      isDevelopment: settings.isDevelopment ?? false,
    });
    this.generalHeaders = {
      ...generalHeaders(this.siteUrl.protocol === "https:"),
      "content-security-policy": this.policies.scriptless([]),
    };
    const { host } = this.siteUrl;
    this.renderer = new Renderer({ next, host, styleSheets, state, queue, meter: this.meter });
    const render = (address: string) => this.renderer.forAll(address);
    const schedule: PageMemorySettings["schedule"] = ({ isKnown, isFiltered, signal }, work) =>
      queue.run(
        { lane: isFiltered ? "searches" : "visitors", priority: isKnown ? 1 : 0, signal },
        work,
      );
    // No form shows a number of residents.
    const contentState = (): SiteState => {
      const { version, contentVersion = version, isReachable } = state();
      return { version: contentVersion, isReachable };
    };
    this.memory = new PageMemory({
      ...{ maxBytes: pageMemoryBytes, state, mayServeStale: settings.mayServeStale, schedule },
      render: (address) =>
        isFormScripts(address) ? this.renderFormScripts(address) : render(address),
    });
    this.dictionaries = new Dictionaries({
      styleSheets,
      samplePages: settings.dictionaryPages ?? [],
      render: (address) => this.renderer.sample(address),
    });
    this.publicPages = new PublicPages({
      generalHeaders: this.generalHeaders,
      policies: this.policies,
      dictionaries: this.dictionaries,
    });
    const { scriptless: policy, framed: framedPolicy } = this.policies;
    this.help = new HelpPages({ render, state, isReachable, policy, framedPolicy });
    this.pagesForOne = new PagesForOne({
      ...{ renderer: this.renderer, policies: this.policies, help: this.help },
      ...{ state: contentState, schedule, styleSheets, scripts },
      keepsJoinForm: settings.keepsJoinForm,
    });
    this.refusals = new Refusals({
      ...{ help: this.help, queue, meter: this.meter },
      setGeneralHeaders: (response) => this.setGeneralHeaders(response),
    });
    this.residents = new Residents({
      ...{ renderer: this.renderer, pagesForOne: this.pagesForOne, refusals: this.refusals },
      ...{ state: contentState, schedule, queue, policy: this.policies.scriptless },
    });
    const staffSessions = new StaffSessions(settings.staffCookie);
    this.bodies = new PostedBodies({
      ...{ limits: settings.bodyLimits, staffSessions, queue },
      ...{ isStaffToken: settings.isStaffToken, mayAddFiles: settings.mayAddFiles },
    });
    this.passOn = new PassOn({
      ...{ next, files: settings.files, queue, policies: this.policies },
      ...{ help: this.help, pagesForOne: this.pagesForOne, staffSessions },
    });
  }

  // What memory has is answered at once, thousands of times a second: before that is done, nothing
  // is read, noted or begun that only other requests need.
  readonly handle: RequestListener = (request, response) => {
    try {
      this.answer(request, response);
    } catch (error) {
      void this.refusals.fail(request, response, error).catch(ignore);
    }
  };

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const target = this.parseTarget(request.url ?? "");
    if (!target) return void this.refusals.refuse(request, response, 400).catch(ignore);
    const isPublicPage = isSameForAll(target) && isRead(request);
    const remembered = isPublicPage ? this.memory.recall(target.address) : null;
    if (remembered) return this.sendRemembered({ request, response, target }, remembered);

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
      void answer
        .catch((error: unknown) => this.refusals.answerFailure(exchange, error))
        .catch(ignore);
    });
  }

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

  private sendRemembered(routed: RoutedRequest, found: FoundPage): void {
    const sent = this.sendPublicPage(routed, found);
    if (!sent) return this.noteRemembered(routed);
    sent.then(() => this.noteRemembered(routed)).catch(ignore);
  }

  private noteRemembered(routed: RoutedRequest): void {
    this.meter.countRemembered(routed.target.route, routed.response.statusCode);
    if (this.requestLog.isOfAll) this.requestLog.write({ ...routed, seconds: 0 });
  }

  private async answerPublicPage({ request, response, target, left }: Exchange): Promise<void> {
    const answer = await this.memory.answer(target.address, left);
    if ("page" in answer) return this.sendPublicPage({ request, response, target }, answer);
    this.setGeneralHeaders(response);
    if (isShared(target.path)) setSharedHeaders(response);
    await this.pagesForOne.send({ request, response }, answer.rendered, this.policies.scriptless);
  }

  private sendPublicPage(routed: RoutedRequest, found: FoundPage): void | Promise<void> {
    const { status, contentType } = found.page;
    this.meter.countPage(found.from);
    if (!isEmptyPage({ status, headers: { "content-type": contentType } }))
      return this.publicPages.send(routed, found);
    const { request, response } = routed;
    this.setGeneralHeaders(response);
    response.statusCode = status;
    return this.help.send(request, response);
  }

  private async renderFormScripts(address: string): Promise<Rendered> {
    const finish = async (html: string) => ({ html: await scriptsOf(html), styles: [] });
    const rendered = await this.renderer.forAll(pageOfScripts(address), finish);
    return { ...rendered, headers: { "content-type": "text/javascript; charset=utf-8" } };
  }

  private async answerDictionary({ request, response, target }: Exchange): Promise<void> {
    const dictionary = this.dictionaries.at(target.path);
    if (!dictionary || !isRead(request)) return this.refusals.refuse(request, response, 404);
    this.setGeneralHeaders(response);
    await sendDictionary(request, response, dictionary);
  }

  private async answerAnew(exchange: Exchange): Promise<void> {
    const { request, response, target } = exchange;
    setConnectionHeaders(request);
    this.setGeneralHeaders(response);
    if (isPrefetch(request) && !mayBePrefetched(target.route)) return refusePrefetch(response);
    if (!isRead(request) && isShared(target.path))
      return this.refuseToChangeData(request, response);
    if (!isRead(request) && request.method !== "POST") return this.refuseMethod(exchange);
    if (!hasValidActionId(request)) return this.refusals.refuse(request, response, 400);
    if (isCrossOrigin(request, this.siteUrl.host))
      return this.refusals.refuse(request, response, 403);
    if (!isRead(request)) {
      exchange.body = await this.bodies.read(exchange);
      if (!isWholeForm(request, exchange.body)) return this.refusals.refuse(request, response, 400);
    }

    dropInternalHeaders(request.headers);
    setPublicAddress(request.headers, this.siteUrl);
    request.url = target.url;
    const residentPage = this.settings.residentPageAt?.(target);
    if (residentPage && (isRead(request) || request.method === "POST"))
      return this.residents.answer(exchange, residentPage);
    switch (target.route) {
      case "health":
        return this.passOn.inLane("health", exchange);
      case "speculationRules":
        return sendSpeculationRules(request, response);
      case "dictionary":
        return this.answerDictionary(exchange);
      case "passthrough":
        return this.passOn.withoutScripts(exchange);
      case "scripted":
        return this.passOn.withScripts(exchange);
      case "deferredScripts":
        return this.passOn.joinForm(exchange);
      default:
        return this.pagesForOne.answerWithoutScripts(exchange);
    }
  }

  /** Next would answer TRACE, PUT and whatever else there is with a page. */
  private refuseMethod({ request, response }: Exchange): Promise<void> {
    response.setHeader("allow", "GET, HEAD, POST");
    return this.refusals.refuse(request, response, 405);
  }

  /** Another site's script asks with OPTIONS before it reads. */
  private refuseToChangeData(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("allow", "GET, HEAD, OPTIONS");
    if (request.method !== "OPTIONS") return this.refusals.refuse(request, response, 405);
    response.writeHead(204, { ...sharedHeaders, ...preflightHeaders }).end();
    return Promise.resolve();
  }

  private setGeneralHeaders(response: ServerResponse): void {
    for (const [name, value] of Object.entries(this.generalHeaders))
      response.setHeader(name, value);
    const id = requestId();
    if (id) response.setHeader("x-request-id", id);
  }
}

const isSameForAll = ({ route }: Target): boolean =>
  route === "public" || route === "openData" || route === "formScripts";

const isFormScripts = (address: string): boolean => routeOf(address) === "formScripts";

function refusePrefetch(response: ServerResponse): Promise<void> {
  response.writeHead(503, { "cache-control": "no-store" }).end();
  return Promise.resolve();
}

/** The visitor disconnected while the answer was written. */
const ignore = (): void => undefined;
