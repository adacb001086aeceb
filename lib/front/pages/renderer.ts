import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange } from "@/lib/front/exchange";
import { withoutForm, withoutPersonalHeaders } from "@/lib/front/requests/inbound";
import { noScripts } from "@/lib/front/markup/inline-scripts";
import type { Meter, RenderKind } from "@/lib/front/meter";
import type { SiteState } from "@/lib/front/pages/page-memory";
import {
  renderPage,
  type Finished,
  type NextHandler,
  type Rendered,
} from "@/lib/front/pages/render";
import { stripScriptsAndInlineStyles } from "@/lib/front/markup/strip";
import type { StyleSheets } from "@/lib/front/markup/style-sheets";
import type { WorkQueue } from "@/lib/front/work-queue";
import { withPageView } from "@/lib/process/page-view";

type Settings = {
  next: NextHandler;
  /** Pages are rendered for this host, whatever a request names. */
  host: string;
  styleSheets: StyleSheets;
  state: () => SiteState;
  queue: WorkQueue;
  meter: Meter;
};

export type Finish = (html: string) => Promise<Finished>;

/** While the database is unreachable, a page that needs it would wait in vain. */
const databaseTimeoutMs = 1_800;

/** Has Next make pages, and finishes them for browsers. */
export class Renderer {
  constructor(private readonly settings: Settings) {}

  /** Without a slot: whoever remembers pages takes one for each. */
  forAll(address: string, finish = this.strip): Promise<Rendered> {
    const { next, host } = this.settings;
    const nextRequest = { method: "GET", url: address, headers: { host } };
    return this.withTimeout(this.timed("shared", renderPage(next, finish, nextRequest)));
  }

  async forOne(exchange: Exchange, finish: Finish = this.strip): Promise<Rendered> {
    const { request, target, left, view } = exchange;
    const isAsRead = request.method === "HEAD" || view !== undefined;
    const method = isAsRead ? "GET" : (request.method ?? "GET");
    const body = view ? undefined : exchange.body;
    const headers = withoutPersonalHeaders(view ? withoutForm(request.headers) : request.headers);
    const { remoteAddress } = request.socket;
    const lane = exchange.isUpload ? "uploads" : "visitors";
    return this.settings.queue.run({ lane, signal: left }, () => {
      const nextRequest = { method, url: target.url, headers, body, remoteAddress };
      const render = () => renderPage(this.settings.next, finish, nextRequest);
      return this.withTimeout(this.timed("single", withPageView(view, render)));
    });
  }

  /** As Next makes it: what it is for needs the style sheets that it links. */
  async sample(address: string): Promise<string | null> {
    const { next, host, queue } = this.settings;
    const asIs = (html: string) => Promise.resolve({ html, styles: [] });
    const nextRequest = { method: "GET", url: address, headers: { host } };
    const { signal } = new AbortController();
    const { status, body } = await queue.run({ lane: "visitors", signal }, () =>
      renderPage(next, asIs, nextRequest),
    );
    return status === 200 ? body.toString() : null;
  }

  private readonly strip: Finish = (html) => this.stripAs(html, { isTemplate: false });

  /** Without a slot too. */
  template(address: string): Promise<Rendered> {
    return this.forAll(address, (html) => this.stripAs(html, { isTemplate: true }));
  }

  private stripAs(html: string, { isTemplate }: { isTemplate: boolean }): Promise<Finished> {
    const { styleSheets } = this.settings;
    return stripScriptsAndInlineStyles(html, { styleSheets, scripts: noScripts, isTemplate });
  }

  private timed(kind: RenderKind, rendered: Promise<Rendered>): Promise<Rendered> {
    const since = performance.now();
    const { meter } = this.settings;
    return rendered.finally(() => meter.timeRender(kind, (performance.now() - since) / 1_000));
  }

  withTimeout<Result>(work: Promise<Result>): Promise<Result> {
    if (this.settings.state().isReachable) return work;
    const timeout = sleep(databaseTimeoutMs, undefined, { ref: false }).then(() => {
      throw new Error("Database timeout");
    });
    return Promise.race([work, timeout]);
  }
}
