import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import type { Dictionaries, Dictionary } from "@/lib/front/pages/dictionaries";
import {
  acceptsDictionaries,
  bodyIn,
  chooseEncoding,
  plainBody,
} from "@/lib/front/pages/encodings";
import type { RoutedRequest } from "@/lib/front/exchange";
import type { FoundPage, RememberedPage } from "@/lib/front/pages/page-memory";
import {
  readyAnswer,
  sendReady,
  type Form,
  type ReadyAnswer,
} from "@/lib/front/pages/ready-answer";
import type { Target } from "@/lib/front/requests/request-target";
import { mayBeFramed } from "@/lib/front/routes";
import { sharedHeaders, type Policies } from "@/lib/front/security-headers";
import { speculationRulesPath } from "@/lib/front/speculation";

type Settings = {
  generalHeaders: Readonly<Record<string, string>>;
  policies: Policies;
  dictionaries: Dictionaries;
};

/** What is sent of a page, in each form from when it was first asked for. */
type ReadyPage = {
  headers: readonly string[];
  dictionary: Dictionary | null;
  answers: Partial<Record<Form, ReadyAnswer>>;
};

/** Few visitors take no compression, so memory holds the uncompressed form of few pages. */
const plainMaxBytes = 3_000_000;

/** RFC 9211: where the answer came from. */
const cacheStatus = {
  memory: "front-door; hit",
  render: "front-door; fwd=miss",
  stale: "front-door; hit; detail=stale",
};

/** Sends what is the same for all. What of it does not depend on who asks is made once. */
export class PublicPages {
  private readonly frameHeaders: Record<string, string>;
  private readonly sharedHeaders: Record<string, string>;
  private readonly ready = {
    memory: new WeakMap<RememberedPage, ReadyPage>(),
    stale: new WeakMap<RememberedPage, ReadyPage>(),
  };
  private readonly plain = new LRUCache<RememberedPage, Buffer>({
    maxSize: plainMaxBytes,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });

  constructor(private readonly settings: Settings) {
    this.sharedHeaders = { ...settings.generalHeaders, ...sharedHeaders };
    const { framed } = settings.policies;
    this.frameHeaders = { ...this.sharedHeaders, "content-security-policy": framed };
  }

  /** At once where it can be: a promise would cost more than the rest of this. */
  send(routed: RoutedRequest, found: FoundPage): void | Promise<void> {
    const { page } = found;
    const ready = this.readyPage(routed.target, found);
    const form = formOf(routed.request, page, ready.dictionary);
    const body = this.bodyOf(page, form, ready.dictionary);
    if (body instanceof Promise)
      return body.then((made) => this.sendBody(routed, page, ready, form, made));
    return this.sendBody(routed, page, ready, form, body);
  }

  private sendBody(
    { request, response }: RoutedRequest,
    page: RememberedPage,
    { headers, dictionary, answers }: ReadyPage,
    form: Form,
    body: Buffer,
  ): void {
    const vary = dictionary ? "Accept-Encoding, Available-Dictionary" : "Accept-Encoding";
    const answer = (answers[form] ??= readyAnswer(page, {
      ...{ form, vary, headers },
      length: body.length,
    }));
    sendReady(request, response, answer, body);
  }

  private readyPage(target: Target, { page, from }: FoundPage): ReadyPage {
    const known = from === "render" ? undefined : this.ready[from].get(page);
    if (known?.dictionary) return known;
    const dictionary = this.dictionaryFor(target, page);
    if (known?.dictionary === dictionary) return known;
    const headers = this.headersOf(target, page);
    headers["cache-status"] = cacheStatus[from];
    if (dictionary) headers.link = `<${dictionary.address}>; rel="compression-dictionary"`;
    const ready = { headers: Object.entries(headers).flat(), dictionary, answers: {} };
    if (from !== "render") this.ready[from].set(page, ready);
    return ready;
  }

  private headersOf({ path, route }: Target, page: RememberedPage): Record<string, string> {
    if (route === "formScripts") return { ...this.settings.generalHeaders };
    if (!isHtml(page)) return { ...this.sharedHeaders };
    if (mayBeFramed(path)) return { ...this.frameHeaders };
    return {
      ...this.settings.generalHeaders,
      "content-security-policy": this.settings.policies.scriptless(page.styles),
      "speculation-rules": `"${speculationRulesPath}"`,
    };
  }

  private dictionaryFor({ path }: Target, page: RememberedPage): Dictionary | null {
    const isOffered = isHtml(page) && !mayBeFramed(path);
    return isOffered ? this.settings.dictionaries.forPage(path) : null;
  }

  private bodyOf(
    page: RememberedPage,
    form: Form,
    dictionary: Dictionary | null,
  ): Buffer | Promise<Buffer> {
    const { bodies } = page;
    if (form === "dcb" && dictionary) return this.settings.dictionaries.compress(page, dictionary);
    if (form === "identity" && !("identity" in bodies))
      return this.plain.get(page) ?? this.decode(page);
    return bodyIn(form === "dcb" ? "br" : form, bodies);
  }

  private async decode(page: RememberedPage): Promise<Buffer> {
    const body = await plainBody(page.bodies);
    this.plain.set(page, body);
    return body;
  }
}

const isHtml = ({ contentType }: RememberedPage): boolean => contentType.startsWith("text/html");

function formOf(
  { headers }: IncomingMessage,
  { bodies }: RememberedPage,
  dictionary: Dictionary | null,
): Form {
  if ("identity" in bodies) return "identity";
  const accepted = headers["accept-encoding"];
  const hasDictionary = dictionary !== null && headers["available-dictionary"] === dictionary.name;
  return hasDictionary && acceptsDictionaries(accepted) ? "dcb" : chooseEncoding(accepted);
}
