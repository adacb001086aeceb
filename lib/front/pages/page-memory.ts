import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import {
  unpooledCopy,
  encode,
  isCompressible,
  type Bodies,
  type Effort,
  type Encoded,
} from "@/lib/front/pages/encodings";
import type { Rendered } from "@/lib/front/pages/render";
import { after, dayMs, startOfDay } from "@/lib/durations";
import { log } from "@/lib/log";

export type RememberedPage = {
  status: number;
  contentType: string;
  /** Without the name of the encoding, which completes the ETag of each form. */
  tag: string;
  bodies: Bodies;
  styles: Rendered["styles"];
  version: string | null;
  /** With which its bodies are compressed. */
  effort: Effort;
  /** Milliseconds since 1970. */
  madeAt: number;
  freshUntil: number;
};

export type SiteState = {
  version: string | null;
  /** Of all but residents' numbers. */
  contentVersion?: string | null;
  isReachable: boolean;
};

export type FoundPage = { page: RememberedPage; from: "memory" | "render" | "stale" };

export type Answer = FoundPage | { rendered: Rendered };

type RenderJob = {
  /** A page that visitors know is rendered before pages that may be asked for only once. */
  isKnown: boolean;
  /** Whether it has a query, of which anybody can make up further ones. */
  isFiltered: boolean;
  signal: AbortSignal;
};

export type PageMemorySettings = {
  maxBytes: number;
  render: (address: string) => Promise<Rendered>;
  schedule?: <Result>(job: RenderJob, work: () => Promise<Result>) => Promise<Result>;
  state: () => SiteState;
  /** Stale-while-revalidate: whether a page of this version may be served meanwhile. */
  mayServeStale?: (version: string | null) => boolean;
  /** Then it is kept as it was made, not compressed. */
  isChangedWhenSent?: boolean;
  now?: () => number;
};

type WantedRender = { isKnown: boolean; effort: Effort; left?: AbortSignal };

type RenderUnderWay = {
  result: Promise<RememberedPage | Rendered>;
  waiting: number;
  abandoned: AbortController;
};

/** 410: what was withdrawn says so until it is published again. */
const rememberedStatuses = [200, 404, 410];
const missingPagesMaxBytes = 2_000_000;
const filteredPagesMaxBytes = 4_000_000;
const missingPagesFreshMs = 10_000;

/**
 * While residents come one after the other, pages with their number are made anew every two
 * seconds, in each language: to compress each as well as can be would take several processors.
 */
const madeOftenMs = 60_000;

/** A page that could not be made anew is tried again after so long, by whoever asks then. */
const triedAgainAfterMs = 1_000;
const maxTried = 1_000;

/**
 * Renders each page at most once at a time, and serves the old one if a new one fails, or while a
 * new one is made that differs only by residents' numbers.
 */
export class PageMemory {
  private readonly pages: LRUCache<string, RememberedPage>;
  /** Apart, so that a flood of addresses that do not exist evicts no existing page. */
  private readonly missing: LRUCache<string, RememberedPage>;
  /** With a query. Apart too, since anybody can make up further ones. */
  private readonly filtered: LRUCache<string, RememberedPage>;
  private readonly underWay = new Map<string, RenderUnderWay>();
  /** When a page may be made anew behind its readers. */
  private readonly nextTry = new LRUCache<string, number>({ max: maxTried });

  constructor(private readonly settings: PageMemorySettings) {
    this.pages = new LRUCache({ maxSize: settings.maxBytes, sizeCalculation: sizeOf });
    this.missing = new LRUCache({ maxSize: missingPagesMaxBytes, sizeCalculation: sizeOf });
    this.filtered = new LRUCache({ maxSize: filteredPagesMaxBytes, sizeCalculation: sizeOf });
  }

  get bytes(): number {
    const caches = [this.pages, this.missing, this.filtered];
    return caches.reduce((sum, { calculatedSize }) => sum + calculatedSize, 0);
  }

  get entries(): number {
    return this.pages.size + this.missing.size + this.filtered.size;
  }

  recall(address: string): FoundPage | null {
    const page = this.find(address);
    if (!page) return null;
    const { state, mayServeStale } = this.settings;
    const { version, isReachable } = state();
    if (this.now() >= page.freshUntil) return null;
    if (page.version !== version) {
      // What has just come into being shows at once.
      if (page.status !== 200 || !mayServeStale?.(page.version)) return null;
      this.revalidateInBackground(address, page);
    }
    return { page, from: isReachable ? "memory" : "stale" };
  }

  private revalidateInBackground(address: string, { madeAt }: RememberedPage): void {
    if (this.now() < (this.nextTry.get(address) ?? 0)) return;
    this.nextTry.set(address, Infinity);
    const effort = this.now() < madeAt + madeOftenMs ? "sentOnce" : effortFor(address);
    this.renderOnce(address, { isKnown: true, effort }).then(
      (made) => {
        if ("tag" in made) this.nextTry.delete(address);
        else this.noteFailure(address, { status: made.status });
      },
      (error: unknown) => this.noteFailure(address, { err: error }),
    );
  }

  private noteFailure(address: string, why: object): void {
    this.nextTry.set(address, this.now() + triedAgainAfterMs);
    log.warn({ address, ...why }, "A page could not be made anew, and is shown as it was");
  }

  /** @throws what `render` and `schedule` throw, unless an older version of the page is known */
  async answer(address: string, left?: AbortSignal): Promise<Answer> {
    const remembered = this.recall(address);
    if (remembered) return remembered;
    const known = this.find(address);
    const wanted = { isKnown: Boolean(known), effort: effortFor(address), left };
    const made = await this.renderOnce(address, wanted).catch((error: unknown) => {
      if (!known) throw error;
      return { page: known };
    });
    if ("page" in made) return { page: made.page, from: "stale" };
    if ("tag" in made) return { page: made, from: "render" };
    return known && made.status >= 500 ? { page: known, from: "stale" } : { rendered: made };
  }

  private find(address: string): RememberedPage | undefined {
    return isFiltered(address)
      ? this.filtered.get(address)
      : (this.pages.get(address) ?? this.missing.get(address));
  }

  private renderOnce(address: string, wanted: WantedRender): Promise<RememberedPage | Rendered> {
    // A render that began before the site changed may not answer later requests.
    const { version } = this.settings.state();
    const key = `${version} ${address}`;
    const render = this.underWay.get(key) ?? this.begin(key, address, wanted, version);
    render.waiting += 1;
    wanted.left?.addEventListener("abort", () => leave(render), { once: true });
    return render.result;
  }

  private begin(
    key: string,
    address: string,
    { isKnown, effort }: WantedRender,
    version: string | null,
  ): RenderUnderWay {
    const abandoned = new AbortController();
    const work = () => this.renderAndRemember(address, effort, version);
    const { schedule } = this.settings;
    const job = { isKnown, isFiltered: isFiltered(address), signal: abandoned.signal };
    const scheduled = schedule ? schedule(job, work) : work();
    const result = scheduled.finally(() => this.underWay.delete(key));
    const render = { result, waiting: 0, abandoned };
    this.underWay.set(key, render);
    return render;
  }

  private async renderAndRemember(
    address: string,
    effort: Effort,
    version: string | null,
  ): Promise<RememberedPage | Rendered> {
    const rendered = await this.settings.render(address);
    const { status, headers, body, styles } = rendered;
    if (!rememberedStatuses.includes(status)) return rendered;
    const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    const freshUntil = status === 404 ? this.now() + missingPagesFreshMs : this.nextMidnight();
    const contentType = headers["content-type"] ?? "text/html; charset=utf-8";
    const bodies =
      isCompressible(contentType) && !this.settings.isChangedWhenSent
        ? await encode(body, effort)
        : { identity: unpooledCopy(body) };
    const madeAt = this.now();
    const page = { status, contentType, tag, bodies, styles, version, effort, madeAt, freshUntil };
    this.remember(address, page);
    return page;
  }

  private remember(address: string, page: RememberedPage): void {
    if (isFiltered(address)) return void this.filtered.set(address, page);
    const [here, there] =
      page.status === 200 ? [this.pages, this.missing] : [this.missing, this.pages];
    here.set(address, page);
    there.delete(address);
  }

  /** Some pages depend on the date, such as the list of the next events. */
  private nextMidnight(): number {
    return after(startOfDay(new Date(this.now())), dayMs).getTime();
  }

  private now(): number {
    return this.settings.now?.() ?? Date.now();
  }
}

const effortFor = (address: string): Effort => (isFiltered(address) ? "sentOnce" : "oftenSent");

const isFiltered = (address: string): boolean => address.includes("?");

function leave(render: RenderUnderWay): void {
  render.waiting -= 1;
  if (render.waiting === 0) render.abandoned.abort();
}

/** Of the other two forms together: a page by a dictionary is made later, and rarely larger. */
const byDictionaryShare = 0.2;

function sizeOf({ bodies }: RememberedPage, address: string): number {
  const bytes = "identity" in bodies ? bodies.identity.length : sizeOfBoth(bodies);
  return address.length + Math.round(bytes * (1 + byDictionaryShare)) + 1_000;
}

/** A gzip that is made later takes some more than the brotli. */
const sizeOfBoth = ({ br, gzip }: Encoded): number =>
  br.length + (gzip?.length ?? Math.round(br.length * 1.3));
