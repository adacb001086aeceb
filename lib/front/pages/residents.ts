import { sendRendered } from "@/lib/front/pages/answer";
import { addressHeaders, clientNetworkOf } from "@/lib/front/requests/client-network";
import type { Exchange } from "@/lib/front/exchange";
import { formOf, isRead } from "@/lib/front/requests/inbound";
import type { PageMemorySettings } from "@/lib/front/pages/page-memory";
import type { PagesForOne } from "@/lib/front/pages/pages-for-one";
import type { Refusals } from "@/lib/front/refusals";
import type { Renderer } from "@/lib/front/pages/renderer";
import type { ResidentPage } from "@/lib/front/pages/resident-pages";
import { TemplateMemory } from "@/lib/front/pages/template-memory";
import type { Policies } from "@/lib/front/security-headers";
import type { WorkQueue } from "@/lib/front/work-queue";
import { withPageView } from "@/lib/process/page-view";

type Settings = Pick<PageMemorySettings, "state" | "schedule"> & {
  renderer: Renderer;
  pagesForOne: PagesForOne;
  refusals: Refusals;
  queue: WorkQueue;
  policy: Policies["scriptless"];
};

/** Answers those who ask their city by the thousand: pages from memory, and forms without Next. */
export class Residents {
  private readonly templates: TemplateMemory;

  constructor(private readonly settings: Settings) {
    const { renderer, state, schedule } = settings;
    this.templates = new TemplateMemory({
      render: (address, view) => withPageView(view, () => renderer.template(address)),
      ...{ state, schedule },
    });
  }

  async answer(exchange: Exchange, page: ResidentPage): Promise<void> {
    const { request, left } = exchange;
    if (!isRead(request)) return this.answerPost(exchange, page);
    const { pagesForOne, policy } = this.settings;
    const template = page.recall?.() ?? (await this.inSlot(exchange, page.find));
    if (!template) return pagesForOne.answerWithoutScripts(exchange);
    await pagesForOne.send(exchange, await this.templates.answer(template, left), policy);
  }

  /** With a redirect, or as a page that says what is wrong with the form. */
  private async answerPost(exchange: Exchange, page: ResidentPage): Promise<void> {
    const { request, response, body } = exchange;
    const answer = await this.inSlot(exchange, async () => {
      const form = await formOf(request.headers["content-type"], body);
      return form && page.post(form, clientNetworkOf(addressHeaders(request.headers)));
    });
    if (!answer) return this.settings.refusals.refuse(request, response, 400);
    if ("view" in answer)
      return this.settings.pagesForOne.answerWithoutScripts({ ...exchange, view: answer.view });
    const redirect = { status: 303, headers: { location: answer.location }, styles: [] };
    await sendRendered(request, response, { ...redirect, body: Buffer.alloc(0) });
  }

  private inSlot<Result>({ left }: Exchange, work: () => Promise<Result>): Promise<Result> {
    const { queue, renderer } = this.settings;
    return queue.run({ lane: "visitors", signal: left }, () => renderer.withTimeout(work()));
  }
}
