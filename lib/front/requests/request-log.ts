import type { IncomingMessage, ServerResponse } from "node:http";
import type { Target } from "@/lib/front/requests/request-target";
import type { PatternOf } from "@/lib/front/route-patterns";
import { log } from "@/lib/log";

/** Which requests get a line. A coalition that follows nobody keeps no list of all of them. */
export type LoggedRequests = "failing" | "all" | "none";

const slowSeconds = 5;

/** An attack that is refused shall not fill the disk: the next line says how many got none. */
const maxFailingASecond = 10;

type Answered = {
  request: Pick<IncomingMessage, "method">;
  response: Pick<ServerResponse, "statusCode" | "writableFinished">;
  target: Target;
  seconds: number;
};

type Write = Pick<typeof log, "info" | "warn">;

/** Says nothing of who asked, nor what for: the pattern of the address, never the address. */
export class RequestLog {
  private second = 0;
  private linesThisSecond = 0;
  private leftOut = 0;

  constructor(
    private readonly which: LoggedRequests,
    private readonly patternOf: PatternOf,
    private readonly target: Write = log,
  ) {}

  get isOfAll(): boolean {
    return this.which === "all";
  }

  write({ request, response, target, seconds }: Answered): void {
    const isFailing = response.statusCode >= 500 || seconds >= slowSeconds;
    if (this.which === "none" || (this.which === "failing" && !isFailing)) return;
    if (this.which === "failing" && this.isTooMany()) return;
    this.target[isFailing ? "warn" : "info"](
      {
        method: knownMethod(request.method),
        route: target.route,
        pattern: this.patternOf(target.path),
        status: response.statusCode,
        ms: Math.round(seconds * 1_000),
        ...(!response.writableFinished && { left: true }),
        ...(this.leftOut > 0 && { leftOut: this.leftOut }),
      },
      isFailing ? "A request failed or took long" : "Request",
    );
    this.leftOut = 0;
  }

  private isTooMany(): boolean {
    const second = Math.floor(performance.now() / 1_000);
    if (second !== this.second) this.linesThisSecond = 0;
    this.second = second;
    this.linesThisSecond += 1;
    const isTooMany = this.linesThisSecond > maxFailingASecond;
    if (isTooMany) this.leftOut += 1;
    return isTooMany;
  }
}

const methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"];

const knownMethod = (method = ""): string => (methods.includes(method) ? method : "other");
