import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { encode, isCompressible, type Encoded } from "@/lib/front/encodings";
import type { Rendered } from "@/lib/front/render";

/** A page as it is remembered. */
export type RememberedPage = {
  status: 200 | 404;
  contentType: string;
  /** Without the encoding's name, which makes it the tag of that form. */
  tag: string;
  bodies: Encoded | { identity: Buffer };
  /** The site version that it was rendered from. */
  version: string | null;
  /** Milliseconds since 1970. */
  freshUntil: number;
};

/** The moment: what the site's version is now, and whether the database that knows it can be reached. */
export type SiteState = { version: string | null; isReachable: boolean };

export type Answer = { page: RememberedPage; from: "memory" | "render" | "stale" } | { rendered: Rendered };

type Settings = {
  /** Bytes of all forms of all remembered pages together. */
  maxBytes: number;
  render: (address: string) => Promise<Rendered>;
  state: () => SiteState;
  now?: () => number;
};

const missingPagesMaxBytes = 2_000_000;
const missingPagesFreshMs = 10_000;

/** Remembers public pages until the site changes, renders each at most once at a time, and serves the old one where a new one fails. */
export class PageMemory {
  private readonly pages: LRUCache<string, RememberedPage>;
  /** Apart, so that a flood of addresses that do not exist drives out no page that does. */
  private readonly missing: LRUCache<string, RememberedPage>;
  private readonly underWay = new Map<string, Promise<RememberedPage | Rendered>>();

  constructor(private readonly settings: Settings) {
    this.pages = new LRUCache({ maxSize: settings.maxBytes, sizeCalculation: sizeOf });
    this.missing = new LRUCache({ maxSize: missingPagesMaxBytes, sizeCalculation: sizeOf });
  }

  /** Bytes that are remembered now. */
  get bytes(): number {
    return this.pages.calculatedSize + this.missing.calculatedSize;
  }

  async answer(address: string): Promise<Answer> {
    const known = this.pages.get(address) ?? this.missing.get(address);
    const state = this.settings.state();
    if (known && this.isFresh(known, state)) return { page: known, from: state.isReachable ? "memory" : "stale" };

    const made = await this.renderOnce(address).catch((error: unknown) => {
      if (!known) throw error;
      return { page: known };
    });
    if ("page" in made) return { page: made.page, from: "stale" };
    if ("tag" in made) return { page: made, from: "render" };
    return known && made.status >= 500 ? { page: known, from: "stale" } : { rendered: made };
  }

  private isFresh(page: RememberedPage, { version }: SiteState): boolean {
    return page.version === version && this.now() < page.freshUntil;
  }

  private renderOnce(address: string): Promise<RememberedPage | Rendered> {
    // A render that began before the site changed may not serve those who ask after it.
    const { version } = this.settings.state();
    const key = `${version} ${address}`;
    const running = this.underWay.get(key);
    if (running) return running;
    const render = this.renderAndRemember(address, version).finally(() => this.underWay.delete(key));
    this.underWay.set(key, render);
    return render;
  }

  private async renderAndRemember(address: string, version: string | null): Promise<RememberedPage | Rendered> {
    const rendered = await this.settings.render(address);
    const { status, headers, body } = rendered;
    if (status !== 200 && status !== 404) return rendered;
    const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    const freshUntil = status === 200 ? this.nextMidnight() : this.now() + missingPagesFreshMs;
    const contentType = headers["content-type"] ?? "text/html; charset=utf-8";
    // Answers to a question are too many to keep.
    const isKept = !address.includes("?");
    const bodies = isCompressible(contentType) ? await encode(body, isKept ? "oftenSent" : "sentOnce") : { identity: body };
    const page: RememberedPage = { status, contentType, tag, bodies, version, freshUntil };
    if (isKept) this.remember(address, page);
    return page;
  }

  private remember(address: string, page: RememberedPage): void {
    const [here, there] = page.status === 200 ? [this.pages, this.missing] : [this.missing, this.pages];
    here.set(address, page);
    there.delete(address);
  }

  /** Some pages speak of today: the next events, for one. */
  private nextMidnight(): number {
    const day = 86_400_000;
    return (Math.floor(this.now() / day) + 1) * day;
  }

  private now(): number {
    return this.settings.now?.() ?? Date.now();
  }
}

function sizeOf({ bodies }: RememberedPage, address: string): number {
  const bytes = "identity" in bodies ? bodies.identity.length : bodies.br.length + bodies.gzip.length;
  return address.length + bytes + 1_000;
}
