import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange } from "@/lib/front/exchange";
import { withHelpPages, type HelpPages } from "@/lib/front/pages/help-pages";
import type { PagesForOne } from "@/lib/front/pages/pages-for-one";
import type { NextHandler } from "@/lib/front/pages/render";
import { isRead, isSentByScript, withBody } from "@/lib/front/requests/inbound";
import type { StaffSessions } from "@/lib/front/requests/staff-sessions";
import { holdsForeignFile, isShared } from "@/lib/front/routes";
import { newNonce, setSharedHeaders, type Policies } from "@/lib/front/security-headers";
import type { Lane, WorkQueue } from "@/lib/front/work-queue";

type Settings = {
  next: NextHandler;
  /** Whether it has answered with a file. */
  files: (request: IncomingMessage, response: ServerResponse) => boolean;
  queue: WorkQueue;
  policies: Policies;
  help: HelpPages;
  pagesForOne: PagesForOne;
  staffSessions: StaffSessions;
};

/** A longer stream costs little at any one moment, so it gives its slot back. */
const maxSlotForStreamMs = 10_000;

/** Hands requests on to Next, whose answer goes out as it is. */
export class PassOn {
  private readonly next: NextHandler;

  constructor(private readonly settings: Settings) {
    this.next = withHelpPages(settings.next, settings.help);
  }

  /** Files and data. */
  async withoutScripts(exchange: Exchange): Promise<void> {
    const { request, response, target } = exchange;
    if (this.settings.files(request, response)) return;
    if (isShared(target.path)) setSharedHeaders(response);
    await this.inLane(target.path.startsWith("/data/") ? "visitors" : "files", exchange);
  }

  /** The panel. */
  async withScripts(exchange: Exchange): Promise<void> {
    const { request, response, target } = exchange;
    const { policies, staffSessions } = this.settings;
    if (holdsForeignFile(target.path))
      response.setHeader("content-security-policy", policies.foreignFile);
    else this.allowScripts(exchange, newNonce());
    await this.inLane(staffSessions.has(request) ? "staff" : "visitors", exchange);
    // Only signed-in staff get a page of the panel, except its sign-in page.
    const isPanel = isRead(request) && !target.path.startsWith("/admin/sign-in");
    if (isPanel && response.statusCode === 200) staffSessions.add(request);
  }

  joinForm(exchange: Exchange): Promise<void> {
    const { pagesForOne } = this.settings;
    const answered = pagesForOne.answerNewJoinForm(exchange);
    if (answered) return answered;
    const nonce = newNonce();
    this.allowScripts(exchange, nonce);
    return isSentByScript(exchange.request)
      ? this.inLane("visitors", exchange)
      : pagesForOne.answerJoinForm(exchange, nonce);
  }

  inLane(lane: Lane, { request, response, left, body }: Exchange): Promise<void> {
    return this.settings.queue.run({ lane, signal: left }, async () => {
      // Holds its slot until Next is done, even if the visitor leaves: an action goes on running.
      const done = this.next(body ? withBody(request, body) : request, response);
      await Promise.race([done, sleep(maxSlotForStreamMs, undefined, { ref: false })]);
    });
  }

  private allowScripts({ request, response }: Exchange, nonce: string): void {
    const policy = this.settings.policies.scripted(nonce);
    // Next reads the nonce for its own scripts here.
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
  }
}
