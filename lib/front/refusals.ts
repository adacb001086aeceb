import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Exchange } from "@/lib/front/exchange";
import type { HelpPages } from "@/lib/front/pages/help-pages";
import type { Meter } from "@/lib/front/meter";
import { RefusedBody, VisitorLeft } from "@/lib/front/requests/request-body";
import { uploaderAt } from "@/lib/front/routes";
import { Overloaded, type WorkQueue } from "@/lib/front/work-queue";
import { log } from "@/lib/log";

type Settings = {
  help: HelpPages;
  queue: WorkQueue;
  meter: Meter;
  setGeneralHeaders: (response: ServerResponse) => void;
};

/** A browser that is cut off while it sends reads no answer, so the rest of its body is drained. */
const drainTimeoutMs = 3_000;

/** Limits memory: with more refusals waiting, the bodies of further forms are not kept. */
const maxKeptAnswers = 50;

/** What is answered where a request fails, or is not taken. */
export class Refusals {
  constructor(private readonly settings: Settings) {}

  async answerFailure(exchange: Exchange, error: unknown): Promise<void> {
    const { request, response } = exchange;
    const { meter } = this.settings;
    if (response.headersSent || response.closed || error instanceof VisitorLeft)
      return void response.destroy();
    if (error instanceof Overloaded) {
      meter.countRefusal(error.lane);
      return this.refuseForNow(exchange);
    }
    if (error instanceof RefusedBody) {
      if (error.status === 413 && uploaderAt(exchange.target.path)?.kind === "applicant")
        return this.sendToFormOfFile(exchange);
      if (error.status !== 503) return this.refuse(request, response, error.status);
      void endConnectionWithAnswer(exchange);
      return this.refuseForNow(exchange);
    }
    await this.fail(request, response, error);
  }

  /** What nobody expected: a fault of this site. */
  async fail(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
    if (response.headersSent) return void response.destroy();
    const { help, setGeneralHeaders } = this.settings;
    setGeneralHeaders(response);
    log.error(error, "Request failed");
    response.statusCode = 500;
    await help.send(request, response);
  }

  async refuse(request: IncomingMessage, response: ServerResponse, status: number): Promise<void> {
    const { help, setGeneralHeaders } = this.settings;
    setGeneralHeaders(response);
    response.statusCode = status;
    const rest = endConnectionWithAnswer({ request, response });
    if (status === 413)
      await Promise.race([rest, sleep(drainTimeoutMs, undefined, { ref: false })]);
    await help.send(request, response);
  }

  /** A few per turn of the event loop, so that refusing a crowd does not delay other requests. */
  private async refuseForNow(exchange: Exchange): Promise<void> {
    const { request, response, left } = exchange;
    const { help, queue, setGeneralHeaders } = this.settings;
    // A form cannot hold a file for the next try.
    if (exchange.isUpload || queue.countWaiting("refusals") >= maxKeptAnswers)
      exchange.body = undefined;
    const refuse = async () => {
      setGeneralHeaders(response);
      await help.sendBusy(request, response, exchange.body);
      await nextTurn();
    };
    await queue.run({ lane: "refusals", signal: left }, refuse).catch(() => response.destroy());
  }

  /** Its page says beside the field that the file is too large. */
  private async sendToFormOfFile({ request, response, target }: Exchange): Promise<void> {
    this.settings.setGeneralHeaders(response);
    const rest = endConnectionWithAnswer({ request, response });
    await Promise.race([rest, sleep(drainTimeoutMs, undefined, { ref: false })]);
    response.writeHead(303, { location: `${target.path}?problem=tooLarge` }).end();
  }
}

function endConnectionWithAnswer({
  request,
  response,
}: Pick<Exchange, "request" | "response">): Promise<unknown> {
  response.setHeader("connection", "close");
  response.once("finish", () => request.destroy());
  const rest = new Promise((resolve) => request.once("end", resolve).once("close", resolve));
  request.resume();
  return rest;
}
