import type { IncomingMessage, ServerResponse } from "node:http";
import { sendRendered } from "@/lib/front/pages/answer";
import { withDeferredScripts } from "@/lib/front/markup/deferred-scripts";
import type { Exchange } from "@/lib/front/exchange";
import { FormMemory, keyField } from "@/lib/front/pages/form-memory";
import type { HelpPages } from "@/lib/front/pages/help-pages";
import { isRead } from "@/lib/front/requests/inbound";
import type { InlineScripts } from "@/lib/front/markup/inline-scripts";
import type { PageMemorySettings } from "@/lib/front/pages/page-memory";
import { isEmptyPage, type Rendered } from "@/lib/front/pages/render";
import type { Finish, Renderer } from "@/lib/front/pages/renderer";
import { isNewForm } from "@/lib/front/routes";
import { withScriptsOnDemand } from "@/lib/front/markup/scripts-on-demand";
import type { Policies } from "@/lib/front/security-headers";
import { stripScriptsAndInlineStyles } from "@/lib/front/markup/strip";
import type { StyleSheets } from "@/lib/front/markup/style-sheets";

type Settings = Pick<PageMemorySettings, "state" | "schedule"> & {
  renderer: Renderer;
  policies: Policies;
  help: HelpPages;
  styleSheets: StyleSheets;
  scripts: InlineScripts;
  keepsJoinForm?: boolean;
};

type Policy = Policies["scriptless"];

/** Sends what is for one reader: forms, and pages behind links that were mailed. */
export class PagesForOne {
  private readonly joinForms: FormMemory | null;

  constructor(private readonly settings: Settings) {
    const { renderer, styleSheets, state, schedule, keepsJoinForm } = settings;
    const finish: Finish = (html) => withScriptsOnDemand(html, styleSheets);
    this.joinForms = keepsJoinForm
      ? new FormMemory({
          ...{ state, schedule, field: keyField },
          render: (address) => renderer.forAll(address, finish),
        })
      : null;
  }

  /** The join form as it is first seen, where it is kept. Null for every other step of it. */
  answerNewJoinForm(exchange: Exchange): Promise<void> | null {
    const { request, target } = exchange;
    return this.joinForms && isRead(request) && isNewForm(target.path)
      ? this.answerKeptForm(exchange, this.joinForms, this.settings.policies.onDemand)
      : null;
  }

  answerJoinForm(exchange: Exchange, nonce: string): Promise<void> {
    const finish = async (html: string) => ({
      html: await withDeferredScripts(html, nonce),
      styles: [],
    });
    return this.render(exchange, { finish });
  }

  /** But for that of a proof of work, on the page that may carry it. */
  answerWithoutScripts(exchange: Exchange): Promise<void> {
    const { response, target } = exchange;
    const { styleSheets, scripts, policies } = this.settings;
    if (target.route === "inlineScript") {
      const finish = (html: string) => stripScriptsAndInlineStyles(html, { styleSheets, scripts });
      return this.render(exchange, { finish, policy: policies.inlineScript });
    }
    if (!target.path.startsWith("/dev/"))
      return this.render(exchange, { policy: policies.scriptless });
    response.setHeader("content-security-policy", policies.preview);
    return this.render(exchange);
  }

  /** @param policy of the page; without one, that of the answer stays */
  send(
    { request, response }: { request: IncomingMessage; response: ServerResponse },
    rendered: Rendered,
    policy?: Policy,
  ): Promise<void> {
    if (policy) response.setHeader("content-security-policy", policy(rendered.styles));
    if (!isEmptyPage(rendered)) return sendRendered(request, response, rendered);
    response.statusCode = rendered.status;
    return this.settings.help.send(request, response);
  }

  private async answerKeptForm(
    exchange: Exchange,
    forms: FormMemory,
    policy: Policy,
  ): Promise<void> {
    await this.send(exchange, await forms.answer(exchange.target.address, exchange.left), policy);
  }

  private async render(
    exchange: Exchange,
    { finish, policy }: { finish?: Finish; policy?: Policy } = {},
  ): Promise<void> {
    await this.send(exchange, await this.settings.renderer.forOne(exchange, finish), policy);
  }
}
